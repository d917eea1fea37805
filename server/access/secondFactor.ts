import type { Database } from '../storage/database.ts'
import { createHash } from 'node:crypto'
import { NamedError } from '../common/errors.ts'

/**
 * How long used codes are remembered, in milliseconds. An authenticator's code is valid for one step before
 * and after its own.
 */
const rememberFor = 3 * 60_000

/** The account whose second factor is pending. */
interface Pending {
  id: string
  name: string
}

/** The cookies of a request, with at most one for a pending second factor. */
interface OnePending {
  /** The cookie header without further cookies of that kind. */
  cookie: string
  /** The value of the cookie; null where there is none. */
  pending: string | null
}

/**
 * Keeps only the first of several cookies for a pending second factor. The sign-in library reads the same
 * header, so that the account whose attempts are counted is the one whose code is checked.
 */
export function withOnePending(header: string, secure: boolean): OnePending {
  const name = `${secure ? '__Secure-' : ''}brightwindow.two_factor`
  const pairs = header.split(';').flatMap(pair => {
    const at = pair.indexOf('=')
    return at < 0 ? [] : [{ name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() }]
  })
  const pair = pairs.find(pair => pair.name === name)
  const kept = [...pairs.filter(pair => pair.name !== name), ...(pair ? [pair] : [])]
  return {
    cookie: kept.map(pair => `${pair.name}=${pair.value}`).join('; '),
    pending: pair?.value ?? null,
  }
}

/**
 * The account whose password was right and whose second factor is pending in this browser; null where there
 * is none.
 */
export async function pendingAccount({ prisma }: Database, value: string | null): Promise<Pending | null> {
  if (value === null) return null
  const [identifier = ''] = decoded(value).split('.')
  const pending = await prisma.verification.findFirst({ where: { identifier } })
  const user = pending && (await prisma.user.findUnique({ where: { id: pending.value } }))
  return user ? { id: user.id, name: user.username ?? user.id } : null
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value).replaceAll('\0', '')
  } catch {
    return ''
  }
}

/**
 * Claims a code before it is checked: the same code of the account is refused for the next minutes, also in
 * parallel. Call `release` where the code turns out to be wrong. Errors: second-factor-refused.
 */
export async function claimCode(
  { pool, prisma }: Database,
  code: { userId: string; code: string; now: Date },
): Promise<() => Promise<void>> {
  const hash = createHash('sha256').update(`${code.userId} ${code.code}`).digest('base64url')
  await prisma.usedCode.deleteMany({ where: { at: { lt: new Date(code.now.getTime() - rememberFor) } } })
  const claimed = await pool.query(
    'INSERT INTO "UsedCode" ("hash", "at") VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [hash, code.now],
  )
  if (claimed.rowCount === 0) throw new NamedError('second-factor-refused')
  return async () => void (await prisma.usedCode.deleteMany({ where: { hash } }))
}
