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

const pendingCookie = /(?:^|;\s*)(?:__Secure-)?brightwindow\.two_factor=([^;]+)/

/**
 * The account whose password was right in this browser and whose second factor is still to come; null
 * where there is none.
 */
export async function pendingAccount(
  { prisma }: Database,
  cookie: string | undefined,
): Promise<Pending | null> {
  const value = pendingCookie.exec(cookie ?? '')?.[1]
  if (value === undefined) return null
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
