import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import type { ApiCall } from './calls.ts'
import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { shownError } from '../common/errorWords.ts'
import { ownVersion } from '../operations/serverState.ts'
import { createCaller } from '../router.ts'
import { failureBefore, named } from '../trpc.ts'
import { apiCalls } from './calls.ts'
import { openApi } from './openapi.ts'

type ContextOf = (request: FastifyRequest) => Promise<Context>

/** Sends an error with the same name and status that the call has on screen. */
export function failed(reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof TRPCError)) throw error
  return reply.code(getHTTPStatusCodeFromError(error)).send({ error: shownError(named(error)) })
}

function addCall(app: FastifyInstance, call: ApiCall, contextOf: ContextOf): void {
  app.route({
    method: call.method,
    url: call.path,
    handler: async (request, reply) => {
      try {
        return await reply.send(
          await call.run(createCaller(await contextOf(request).catch(failureBefore)), request.body),
        )
      } catch (error) {
        return failed(reply, error)
      }
    },
  })
}

/** Adds the documented calls for other systems under /api, and their description at /api/openapi.json. */
export function addApi(app: FastifyInstance, contextOf: ContextOf): void {
  const description = openApi(ownVersion)
  app.get('/api/openapi.json', async () => description)
  for (const call of apiCalls) addCall(app, call, contextOf)
}
