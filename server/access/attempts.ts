import type { FastifyRequest } from 'fastify'
import type { Clock } from '../common/clock.ts'
import type { Database } from '../storage/database.ts'
import type { Viewer } from './permissions.ts'
import type { SignInRules } from './signIn.ts'
import { NamedError } from '../common/errors.ts'
import { beginAttempt, forgetFailures, forgetOldFailures, takeBack } from './lockOut.ts'
import { claimCode, pendingAccount, withOnePending } from './secondFactor.ts'

/** The dependencies for counting attempts. */
interface AttemptParts {
  database: Database
  clock: Clock
  viewer: Viewer
  access: { signIn: Pick<SignInRules, 'secure'> }
}

/** A text field of a request's body; empty where it is missing. */
export function textOf(body: unknown, key: string): string {
  const value = body !== null && typeof body === 'object' ? (body as Record<string, unknown>)[key] : undefined
  return typeof value === 'string' ? value : ''
}

/** An attempt, which is counted before it is checked. */
export interface Attempt {
  name: string
  /** For how many milliseconds the name is locked if the attempt fails. */
  lock: number
  /** Releases what a failed attempt must not keep, such as a claimed code. */
  failed: () => Promise<void>
}

const noAttempt: Attempt = { name: '', lock: 0, failed: async () => undefined }
const secondFactorRoutes = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

/**
 * The account that proves something on a route, and its code; null on routes without proof. Errors:
 * second-factor-refused where the account is unknown, so that the attempt cannot be counted.
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
 * Counts an attempt to prove a password or code before it is checked. Errors: sign-in-locked,
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

/** Completes a counted attempt. Returns for how many milliseconds the name is locked. */
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
