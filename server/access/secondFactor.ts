import type { Database } from '../storage/database.ts'
import { createHash } from 'node:crypto'
import { NamedError } from '../common/errors.ts'

/**
 * A code of an authenticator is accepted for one step before and after its own, so it is remembered a
 * little longer.
 */
const rememberFor = 3 * 60_000

/** Who is about to prove a second factor. */
interface Pending {
  id: string
  name: string
}

/** Cookies of a request, of which at most one says whose second factor is still to come. */
interface OnePending {
  /** The header with the other cookies as they are. */
  cookie: string
  /** The value of that one; null where there is none. */
  pending: string | null
}

/**
 * A request may carry several cookies that say whose second factor is still to come. The first one counts,
 * here and in the sign-in library, which reads the header without the others: the account whose attempts
 * are counted must be the one whose code is checked.
 */
export function withOnePending(header: string, secure: boolean): OnePending {
  const name = `${secure ? '__Secure-' : ''}brightwindow.two_factor`
  const pairs = header.split(';').flatMap(pair => {
    const at = pair.indexOf('=')
    return at < 0 ? [] : [{ name: pair.slice(0, at).trim(), value: pair.slice(at + 1).trim() }]
  })
  const found = pairs.find(pair => pair.name === name)
  const kept = [...pairs.filter(pair => pair.name !== name), ...(found ? [found] : [])]
  return {
    cookie: kept.map(pair => `${pair.name}=${pair.value}`).join('; '),
    pending: found?.value ?? null,
  }
}

/**
 * The account whose password was right in this browser and whose second factor is still to come; null
 * where there is none.
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
 * Claims a code for one use, before it is checked: the same code of the same account is refused for the
 * next minutes, in parallel too. `release` it when the code turns out to be wrong. Errors:
 * second-factor-refused.
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
