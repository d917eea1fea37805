import type { FastifyRequest } from 'fastify'
import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { Viewer } from './permissions.ts'
import type { SignInRules } from './signIn.ts'
import { NamedError } from '../common/errors.ts'
import { beginAttempt, forgetFailures, forgetOldFailures, takeBack } from './lockOut.ts'
import { claimCode, pendingAccount, withOnePending } from './secondFactor.ts'

/** What counting an attempt works with. */
interface AttemptParts {
  database: Database
  clock: Clock
  viewer: Viewer
  access: { signIn: Pick<SignInRules, 'secure'> }
}

/** A text field of a request's body; empty where there is none. */
export function textOf(body: unknown, key: string): string {
  const value = body !== null && typeof body === 'object' ? (body as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' ? value : ''
}

/** An attempt that was counted before it is checked. */
export interface Attempt {
  name: string
  /** For how many milliseconds the name is locked if the attempt fails. */
  lock: number
  /** Undoes what a failed attempt must not keep. */
  failed: () => Promise<void>
}

const noAttempt: Attempt = { name: '', lock: 0, failed: async () => undefined }
const secondFactorRoutes = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

/**
 * Who proves something on a route, and with which code; null on routes where nothing is proven. Errors:
 * second-factor-refused where nobody's attempt could be counted.
 */
async function proving(
  route: string,
  request: FastifyRequest,
  { database, viewer, access }: AttemptParts,
): Promise<{ name: string; code: { userId: string; code: string } | null } | null> {
  if (route === '/sign-in/username') return { name: textOf(request.body, 'username'), code: null }
  if (route === '/change-password' || route === '/two-factor/disable')
    return { name: viewer.name, code: null }
  if (!secondFactorRoutes.has(route)) return null
  const signedIn = viewer.id === null || viewer.id === '' ? null : { id: viewer.id, name: viewer.name }
  const { pending } = withOnePending(request.headers.cookie ?? '', access.signIn.secure)
  const account = signedIn ?? (await pendingAccount(database, pending))
  if (!account) throw new NamedError('second-factor-refused')
  return { name: account.name, code: { userId: account.id, code: textOf(request.body, 'code') } }
}

/**
 * Passwords, codes and their changes are counted before they are checked. Errors: sign-in-locked,
 * second-factor-refused.
 */
export async function beginProof(
  route: string,
  request: FastifyRequest,
  parts: AttemptParts,
): Promise<Attempt> {
  const { database, clock } = parts
  const proof = await proving(route, request, parts)
  if (!proof) return noAttempt
  const lock = await beginAttempt(database, proof.name, clock())
  const release = proof.code
    ? await claimCode(database, { ...proof.code, now: clock() })
    : async () => undefined
  return { name: proof.name, lock, failed: release }
}

/** Settles a counted attempt. Returns for how long the name is locked now. */
export async function settleProof(
  { database, clock }: Pick<AttemptParts, 'database' | 'clock'>,
  { attempt, ok, pending }: { attempt: Attempt; ok: boolean; pending: boolean },
): Promise<number> {
  if (attempt === noAttempt) return 0
  if (!ok) {
    await attempt.failed()
    return attempt.lock
  }
  if (pending) await takeBack(database, attempt.name)
  else await forgetFailures(database, attempt.name)
  await forgetOldFailures(database, clock())
  return 0
}
