import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { Access } from './index.ts'
import type { Permission, Viewer } from './permissions.ts'
import { isNamedError, NamedError } from '../common/errors.ts'
import { shownError } from '../common/errorWords.ts'
import { recordAudit } from './audit.ts'
import { viewerOfRequest } from './http.ts'
import { actorOf, permissionTable } from './permissions.ts'

const statuses: Record<string, number> = {
  'sign-in-needed': 401,
  'not-permitted': 403,
  'foreign-origin': 403,
  'disk-full': 503,
  'token-refused': 403,
  'out-of-scope': 403,
  'file-too-large': 413,
  'photo-too-large': 413,
  'photo-type': 415,
  'photo-not-found': 404,
  'batch-not-found': 404,
  'not-found': 404,
  'briefing-not-found': 404,
  'template-not-found': 404,
  'unknown-centre': 404,
  'push-key-reused': 409,
  'database-unreachable': 503,
  'too-many-requests': 429,
}

/** The errors that count as refusals: somebody tried what they may not do. */
const refusals = new Set<string>([
  'hidden-dimension',
  'not-permitted',
  'out-of-scope',
  'preview-read-only',
  'sign-in-needed',
  'token-refused',
])

/** The dependencies of routes outside tRPC. */
interface AnsweringParts {
  database: Database
  clock: Clock
  access: Access
}

/** Authorisation and error handling for routes outside tRPC. */
export interface Answering {
  /** The viewer behind a request, where they have the permission. Errors: sign-in-needed, not-permitted. */
  allowed: (request: FastifyRequest, permission: Permission) => Promise<Viewer>
  /**
   * Runs a handler. Named errors are sent with their name and a status; all others go to the server's error
   * handler.
   */
  answering: (reply: FastifyReply, work: () => Promise<unknown>) => Promise<unknown>
}

/**
 * Records a refusal in the audit log. Repeated refusals of anonymous requests are throttled, so that they do
 * not fill the log.
 */
async function recordRefusal(
  request: FastifyRequest,
  { database, clock, access }: AnsweringParts,
  why: string,
): Promise<void> {
  const viewer = await viewerOfRequest(request, access)
  const subject = request.routeOptions.url ?? ''
  if (viewer.name === '' && !access.auditThrottle.isNew(`${viewer.address} ${subject}`, clock())) return
  const { centre } = request.params as { centre?: string }
  await recordAudit(database, {
    at: clock(),
    actor: actorOf(viewer),
    action: 'refused',
    outcome: 'refused',
    ...(centre !== undefined && { centre }),
    subject,
    details: { why },
    address: viewer.address,
  })
}

/** Authorisation and error handling for routes outside tRPC; every refusal is audited. */
export function answeringWith(parts: AnsweringParts): Answering {
  return {
    allowed: async (request, permission) => {
      const viewer = await viewerOfRequest(request, parts.access)
      if (viewer.may.includes(permission)) return viewer
      throw viewer.name === ''
        ? new NamedError('sign-in-needed')
        : new NamedError('not-permitted', { what: permissionTable[permission].names.zh })
    },
    answering: async (reply, work) => {
      try {
        return await work()
      } catch (error) {
        if (!isNamedError(error)) throw error
        if (refusals.has(error.name)) await recordRefusal(reply.request, parts, error.name)
        return reply.code(statuses[error.name] ?? 422).send({ error: shownError(error) })
      }
    },
  }
}
