import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import type { Permission } from './access/permissions.ts'
import type { Context } from './context.ts'
import type { ErrorName } from './measures/errors.ts'
import { randomUUID } from 'node:crypto'
import { initTRPC, TRPCError } from '@trpc/server'
import { isNamedError, NamedError } from './measures/errors.ts'
import { shownError } from './measures/errorWords.ts'
import { isConnectionFailure } from './storage/database.ts'

interface Meta { permission?: Permission }

const codes: Partial<Record<ErrorName, TRPC_ERROR_CODE_KEY>> = {
  'out-of-scope': 'FORBIDDEN',
  'hidden-dimension': 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  'batch-not-found': 'NOT_FOUND',
  'upload-not-found': 'NOT_FOUND',
  'job-not-found': 'NOT_FOUND',
  'token-refused': 'FORBIDDEN',
  'too-many-requests': 'TOO_MANY_REQUESTS',
  'file-too-large': 'PAYLOAD_TOO_LARGE',
  'undo-not-exact': 'CONFLICT',
  'push-key-reused': 'CONFLICT',
  'unknown-centre': 'NOT_FOUND',
  'body-too-large': 'PAYLOAD_TOO_LARGE',
  'database-unreachable': 'SERVICE_UNAVAILABLE',
  'database-refused': 'SERVICE_UNAVAILABLE',
  'internal': 'INTERNAL_SERVER_ERROR',
}

/** The reference under which the log carries an unforeseen failure. */
const references = new WeakMap<TRPCError, string>()

/** Foreseen failures keep their name; everything else becomes `internal` with a reference that the log carries. */
function named(error: TRPCError): NamedError {
  if (isNamedError(error.cause))
    return error.cause
  if (error.code === 'BAD_REQUEST' || error.code === 'PARSE_ERROR' || error.code === 'METHOD_NOT_SUPPORTED')
    return new NamedError('bad-question', { field: 'request', value: error.code }, error)
  if (error.code === 'NOT_FOUND')
    return new NamedError('not-found', { what: error.message.slice(0, 80) }, error)
  if (error.code === 'FORBIDDEN')
    return new NamedError('out-of-scope', { what: error.message.slice(0, 80) }, error)
  return new NamedError('internal', { reference: references.get(error) ?? '-' }, error)
}

const t = initTRPC.context<Context>().meta<Meta>().create({
  isDev: false,
  // What is watched may be quiet for a while; a sign of life keeps proxies from cutting it.
  sse: { ping: { enabled: true, intervalMs: 15_000 } },
  errorFormatter: ({ shape, error }) => {
    const found = shownError(named(error))
    return { message: found.name, code: shape.code, data: { code: shape.data.code, httpStatus: shape.data.httpStatus, error: found } }
  },
})

const checked = t.middleware(async ({ ctx, meta, path, next }) => {
  if (!meta?.permission || !ctx.viewer.may.includes(meta.permission))
    throw new TRPCError({ code: 'FORBIDDEN', message: path })
  const result = await next()
  if (result.ok)
    return result
  const { cause } = result.error
  if (isNamedError(cause))
    throw new TRPCError({ code: codes[cause.name] ?? 'BAD_REQUEST', message: cause.name, cause })
  if (isConnectionFailure(cause)) {
    ctx.logger.error({ path, err: cause }, 'database away')
    throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', message: 'database-unreachable', cause: new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause) })
  }
  if (result.error.code === 'INTERNAL_SERVER_ERROR') {
    const reference = randomUUID().slice(0, 8)
    references.set(result.error, reference)
    ctx.logger.error({ reference, path, err: result.error.cause ?? result.error }, 'procedure failed')
  }
  return result
})

export const { router, createCallerFactory } = t

/** A procedure for those who hold a permission; there is no other way to make one. */
export const procedureFor = (permission: Permission) => t.procedure.meta({ permission }).use(checked)
