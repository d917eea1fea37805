import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'
import type { AuditEvent, AuditValue } from './access/audit.ts'
import type { Permission, Viewer } from './access/permissions.ts'
import type { ErrorName } from './common/errors.ts'
import type { Context } from './context.ts'
import { randomUUID } from 'node:crypto'
import { initTRPC, TRPCError } from '@trpc/server'
import { z } from 'zod'
import { recordAudit } from './access/audit.ts'
import { actorOf, permissionTable } from './access/permissions.ts'
import { centresOf } from './centres/centre.ts'
import { isNamedError, NamedError } from './common/errors.ts'
import { shownError } from './common/errorWords.ts'
import { unstorableAt, unstorableText } from './common/storableText.ts'
import { inputError } from './measures/parseInput.ts'
import { checkCentres } from './query/scopeFilters.ts'
import { isConnectionFailure, isDiskFull } from './storage/failures.ts'

/** What a procedure declares: who may call it, and under which name it stands in the audit log. */
interface Meta {
  permission?: Permission
  audit?: string
  whileImpersonating?: boolean
  /**
   * True where the input names a centre that was checked against the caller's scope: set by
   * `centreProcedure`.
   */
  ofCentre?: boolean
}

const codes: Partial<Record<ErrorName, TRPC_ERROR_CODE_KEY>> = {
  'sign-in-needed': 'UNAUTHORIZED',
  'sign-in-refused': 'UNAUTHORIZED',
  'not-permitted': 'FORBIDDEN',
  'preview-read-only': 'FORBIDDEN',
  'out-of-scope': 'FORBIDDEN',
  'hidden-dimension': 'FORBIDDEN',
  'invitation-refused': 'FORBIDDEN',
  'last-administrator': 'CONFLICT',
  'already-there': 'CONFLICT',
  'not-found': 'NOT_FOUND',
  'batch-not-found': 'NOT_FOUND',
  'upload-not-found': 'NOT_FOUND',
  'job-not-found': 'NOT_FOUND',
  'token-refused': 'FORBIDDEN',
  'too-many-requests': 'TOO_MANY_REQUESTS',
  'sign-in-locked': 'TOO_MANY_REQUESTS',
  'file-too-large': 'PAYLOAD_TOO_LARGE',
  'undo-not-exact': 'CONFLICT',
  'hours-known': 'CONFLICT',
  'period-locked': 'CONFLICT',
  'lock-not-open': 'NOT_FOUND',
  'entry-not-found': 'NOT_FOUND',
  'entry-not-open': 'CONFLICT',
  'entry-changed': 'CONFLICT',
  'entry-own': 'CONFLICT',
  'entry-invalid': 'CONFLICT',
  'briefing-not-found': 'NOT_FOUND',
  'briefing-changed': 'CONFLICT',
  'briefing-frozen': 'CONFLICT',
  'briefing-submitted': 'CONFLICT',
  'briefing-not-submitted': 'CONFLICT',
  'briefing-instructed': 'CONFLICT',
  'remark-not-placed': 'CONFLICT',
  'remark-not-open': 'NOT_FOUND',
  'push-key-reused': 'CONFLICT',
  'unknown-centre': 'NOT_FOUND',
  'body-too-large': 'PAYLOAD_TOO_LARGE',
  'database-unreachable': 'SERVICE_UNAVAILABLE',
  'database-refused': 'SERVICE_UNAVAILABLE',
  'disk-full': 'SERVICE_UNAVAILABLE',
  'internal': 'INTERNAL_SERVER_ERROR',
}

/** Failures by which somebody was kept from something that is not theirs. */
const refusals = new Set<string>(['not-permitted', 'preview-read-only', 'out-of-scope', 'hidden-dimension'])

/** The reference under which the log carries an unforeseen failure. */
const references = new WeakMap<TRPCError, string>()

/**
 * Foreseen failures keep their name; everything else becomes `internal` with a reference that the log
 * carries.
 */
export function named(error: TRPCError): NamedError {
  if (isNamedError(error.cause)) return error.cause
  if (
    error.code === 'BAD_REQUEST' ||
    error.code === 'PARSE_ERROR' ||
    error.code === 'METHOD_NOT_SUPPORTED' ||
    error.code === 'UNSUPPORTED_MEDIA_TYPE'
  )
    return new NamedError('bad-question', { field: 'request', value: error.code }, error)
  if (error.code === 'NOT_FOUND')
    return new NamedError('not-found', { what: error.message.slice(0, 80) }, error)
  return new NamedError('internal', { reference: references.get(error) ?? '-' }, error)
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    // A subscription may be quiet for a while; a ping keeps proxies from closing it.
    sse: { ping: { enabled: true, intervalMs: 15_000 } },
    errorFormatter: ({ shape, error }) => {
      const shown = shownError(named(error))
      return {
        message: shown.name,
        code: shape.code,
        data: { code: shape.data.code, httpStatus: shape.data.httpStatus, error: shown },
      }
    },
  })

/** A named error under the code that callers are told. */
export const coded = (cause: NamedError): TRPCError =>
  new TRPCError({ code: codes[cause.name] ?? 'BAD_REQUEST', message: cause.name, cause })

/** Why a viewer may not call a procedure; null where they may. */
function refusal(viewer: Viewer, meta: Meta | undefined, type: string): NamedError | null {
  const permission = meta?.permission
  if (permission === undefined) return new NamedError('not-permitted', { what: '?' })
  if (viewer.impersonatedBy !== null && type === 'mutation' && !meta?.whileImpersonating)
    return new NamedError('preview-read-only')
  if (viewer.may.includes(permission)) return null
  return viewer.name === ''
    ? new NamedError('sign-in-needed')
    : new NamedError('not-permitted', { what: permissionTable[permission].names.zh })
}

/**
 * Writes down who did or was refused what. Where the database is away there is nothing to write to, and
 * nothing was done either.
 */
export async function audited(
  ctx: Context,
  event: Pick<AuditEvent, 'action' | 'outcome'> & Partial<AuditEvent>,
): Promise<void> {
  const { viewer } = ctx
  await recordAudit(ctx.database, {
    at: ctx.clock(),
    actor: actorOf(viewer),
    address: viewer.address,
    ...event,
  }).catch((error: unknown) => ctx.logger.error({ err: error }, 'audit entry was not written'))
}

function failureOf(
  error: TRPCError,
  { ctx, path, input }: { ctx: Context; path: string; input: unknown },
): TRPCError {
  const { cause } = error
  if (isNamedError(cause)) return coded(cause)
  if (cause instanceof z.ZodError && error.code === 'BAD_REQUEST') return coded(inputError(cause, input))
  if (isConnectionFailure(cause) || isDiskFull(cause)) {
    ctx.logger.error({ path, err: cause }, 'database away or full')
    return coded(
      isDiskFull(cause)
        ? new NamedError('disk-full', {}, cause)
        : new NamedError('database-unreachable', { database: 'PostgreSQL' }, cause),
    )
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    const reference = randomUUID().slice(0, 8)
    references.set(error, reference)
    ctx.logger.error({ reference, path, err: cause ?? error }, 'procedure failed')
  }
  return error
}

/**
 * A failure before any procedure is reached, such as a database that is away when the session is looked
 * up, as the screen is told of it.
 */
export function failureBefore(error: unknown): never {
  throw isNamedError(error) ? coded(error) : error
}

/** What a procedure adds to its own audit entry. */
interface AuditNote {
  centre?: string
  subject?: string
  details?: Record<string, AuditValue>
}

/** Input with text that the database cannot store is refused before any schema or query sees it. */
function checkText(input: unknown): void {
  const path = unstorableAt(input)
  if (path !== null)
    throw coded(new NamedError('bad-question', { field: path || 'question', value: unstorableText }))
}

/**
 * What an administrator reads as somebody else stands in the audit log: each procedure once in ten minutes,
 * because a page repeats its reads.
 */
async function auditImpersonatedRead(
  ctx: Context,
  call: { path: string; type: string; permission: Permission | undefined },
): Promise<void> {
  const { viewer } = ctx
  if (viewer.impersonatedBy === null || call.type !== 'query' || call.permission === 'anyone') return
  if (ctx.auditThrottle.isNew(`${actorOf(viewer)} as ${viewer.name} ${call.path}`, ctx.clock()))
    await audited(ctx, {
      action: 'read-in-preview',
      outcome: 'done',
      subject: call.path,
      details: { as: viewer.name },
    })
}

/**
 * Lets a viewer pass who may do what is declared. A refusal is written down under the name of what was
 * called, and thrown.
 */
export async function admit(
  ctx: Context,
  { meta, path, type }: { meta: Meta | undefined; path: string; type: string },
): Promise<void> {
  const refused = refusal(ctx.viewer, meta, type)
  if (!refused) return
  // Repeated refusals of requests without a session must not fill the audit log.
  if (
    refused.name !== 'sign-in-needed' ||
    ctx.auditThrottle.isNew(`${ctx.viewer.address} ${path}`, ctx.clock())
  )
    await audited(ctx, { action: 'refused', outcome: 'refused', subject: path })
  throw coded(refused)
}

const checked = t.middleware(async ({ ctx, meta, path, type, next, getRawInput }) => {
  await admit(ctx, { meta, path, type })
  checkText(await getRawInput())
  const entry: AuditNote = {}
  const result = await next({ ctx: { note: (about: AuditNote): void => void Object.assign(entry, about) } })
  const failure = result.ok ? null : failureOf(result.error, { ctx, path, input: await getRawInput() })
  const why = failure && isNamedError(failure.cause) ? failure.cause.name : null
  if (why !== null && refusals.has(why))
    await audited(ctx, {
      ...entry,
      action: 'refused',
      outcome: 'refused',
      subject: path,
      details: { ...entry.details, why },
    })
  else if (meta?.audit)
    await audited(ctx, {
      ...entry,
      action: meta.audit,
      outcome: failure ? 'failed' : 'done',
      ...(why !== null && { details: { ...entry.details, why } }),
    })
  if (failure) throw failure
  await auditImpersonatedRead(ctx, { path, type, permission: meta?.permission })
  return result
})

export const { router, createCallerFactory } = t

/** A procedure for callers that hold a permission. `audit` is its name in the audit log. */
export const procedureFor = (permission: Permission, meta: Omit<Meta, 'permission' | 'ofCentre'> = {}) =>
  t.procedure.meta({ permission, ...meta }).use(checked)

/** The code of a centre, as an input names it. */
export const centreCode = z.string().min(1).max(120)

/**
 * A procedure whose input names a centre. The centre is checked against the caller's scope and resolved
 * before the procedure runs, which finds it as `ctx.centre`. Errors: out-of-scope, unknown-centre.
 */
export const centreProcedure = (permission: Permission, meta: Omit<Meta, 'permission' | 'ofCentre'> = {}) =>
  t.procedure
    .meta({ permission, ...meta, ofCentre: true })
    .use(checked)
    .input(z.object({ centre: centreCode }))
    .use(async ({ ctx, input, next }) => {
      ctx.note({ centre: input.centre })
      checkCentres(ctx.viewer.scope, [input.centre])
      return next({ ctx: { centre: await centresOf(ctx.database).find(input.centre) } })
    })
