import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { nobody } from '../access/permissions.ts'
import { failed } from '../api/http.ts'
import { NamedError } from '../common/errors.ts'
import { admit, coded, failureBefore } from '../trpc.ts'

type ContextOf = (request: FastifyRequest) => Promise<Context>

/** Assistants must send a token; the session of a browser gives them no rights. */
const withoutSession = (context: Context): Context =>
  context.viewer.id === null
    ? context
    : { ...context, viewer: { ...nobody, address: context.viewer.address }, cookie: null }

/** Only one message per request, so that batches cannot exceed the rate limit. Errors: bad-question. */
function checkSingle(body: unknown): void {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw coded(new NamedError('bad-question', { field: 'request', value: Array.isArray(body) ? '[…]' : '' }))
}

/** The headers of the protocol, and of the language. */
function headersOf({ headers }: FastifyRequest): Headers {
  const kept = Object.entries(headers).filter(
    ([name]) => name.startsWith('mcp-') || ['accept', 'content-type', 'accept-language'].includes(name),
  )
  return new Headers(kept.map(([name, value]): [string, string] => [name, String(value)]))
}

async function answer(request: FastifyRequest, context: Context): Promise<Response> {
  checkSingle(request.body)
  await admit(context, { meta: { permission: 'figures.read' }, path: 'mcp', type: 'query' })
  // The protocol's code is loaded at the first request, because most installations have no assistants.
  const { serveMessage } = await import('./serve.ts')
  return serveMessage(request.body, { headers: headersOf(request), context })
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  const type = response.headers.get('content-type')
  if (type !== null) void reply.header('content-type', type)
  return reply
    .code(response.status)
    .header('cache-control', 'no-store')
    .send(await response.text())
}

/**
 * Adds /mcp, where external assistants call measures, members, questions and records as tools: Model Context
 * Protocol over streamable HTTP, without sessions. Permissions, scope and audit are those of the procedures.
 */
export function addMcp(app: FastifyInstance, contextOf: ContextOf): void {
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    handler: async (request, reply) => {
      try {
        const context = withoutSession(await contextOf(request).catch(failureBefore))
        return await send(reply, await answer(request, context))
      } catch (error) {
        const refused = failed(reply, error)
        return reply.statusCode === 401 ? refused.header('www-authenticate', 'Bearer') : refused
      }
    },
  })
}
