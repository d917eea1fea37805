import type { Scope } from '../measures/scope.ts'
import type { Permission, Viewer } from './permissions.ts'
import { z } from 'zod'
import { seesWhole } from '../measures/scope.ts'
import { nobody, permittedWithin } from './permissions.ts'
import { roleNamed } from './roles.ts'

const codes = z.union([z.literal('all'), z.array(z.string().min(1).max(120)).max(500)])

/** The rows of an account as they are stored; units and windows are named by centre and code. */
export const rowsSchema = z.strictObject({ centres: codes, units: codes, windows: codes })
export type AccountRows = z.infer<typeof rowsSchema>

/** The fields of an account that decide its rights. */
interface AccountRecord {
  id: string
  name: string
  username: string | null
  roles: readonly string[]
  scope: unknown
  demo: boolean
  disabledAt: Date | null
}

/** An invalid scope means no rows, so that a broken record gives no rights. */
export function rowsOf(stored: unknown): AccountRows {
  const parsed = rowsSchema.safeParse(stored)
  return parsed.success ? parsed.data : { centres: [], units: [], windows: [] }
}

/** The viewer of an account. Unknown roles, and roles that lack a required limit, give no rights. */
export function viewerOf(account: AccountRecord, at: { address: string; impersonatedBy?: string }): Viewer {
  const rows = rowsOf(account.scope)
  const whole = seesWhole({ rows, reveal: [], benchmark: true })
  const roles = account.roles.flatMap(name => {
    const role = roleNamed(name)
    return role && !(role.partOfHall && whole) ? [role] : []
  })
  const scope: Scope = { rows, reveal: [...new Set(roles.flatMap(role => role.reveal))], benchmark: true }
  const may: Permission[] = account.disabledAt
    ? ['anyone']
    : ['anyone', 'signedIn', ...new Set(roles.flatMap(role => role.may))]
  return {
    ...nobody,
    id: account.id,
    name: account.username ?? account.id,
    shownName: account.name,
    roles: account.roles,
    may: permittedWithin(may, scope),
    scope,
    address: at.address,
    impersonatedBy: at.impersonatedBy ?? null,
    demo: account.demo,
  }
}
