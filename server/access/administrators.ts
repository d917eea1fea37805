import type { Database } from '../storage/database.ts'
import type { AccountRows } from './viewer.ts'
import { NamedError } from '../common/errors.ts'
import { inTransaction } from '../storage/transaction.ts'
import { rowsOf } from './viewer.ts'

/** The rights of an account: its roles and its rows. */
export interface Rights {
  roles: readonly string[]
  rows: AccountRows
}

/**
 * Serialises changes of administrators: two at once could each rely on the administrator that the other
 * removes.
 */
export async function inTurn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  return inTransaction(database, async client => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('brightwindow-administrators'))")
    return work()
  })
}

/** An administrator of all centres, units and windows. */
export const isWholeAdministrator = ({ roles, rows }: Rights): boolean =>
  roles.includes('administrator') && rows.centres === 'all' && rows.units === 'all' && rows.windows === 'all'

/** True where another account is an administrator of everything and can sign in. */
export async function isAnotherAdministrator({ prisma }: Database, without: string): Promise<boolean> {
  const others = await prisma.user.findMany({
    where: {
      id: { not: without },
      demo: false,
      disabledAt: null,
      roles: { has: 'administrator' },
      accounts: { some: {} },
    },
    select: { roles: true, scope: true },
  })
  return others.some(({ roles, scope }) => isWholeAdministrator({ roles, rows: rowsOf(scope) }))
}

/**
 * Checks that an administrator of everything remains; administrators of some centres cannot replace them.
 * Errors: last-administrator.
 */
export async function checkAdministratorLeft(database: Database, without: string): Promise<void> {
  if (!(await isAnotherAdministrator(database, without))) throw new NamedError('last-administrator')
}

/** True where the rights after a change include something that those before did not. */
export function isWider(before: Rights, after: Rights): boolean {
  const kinds = ['centres', 'units', 'windows'] as const
  return (
    after.roles.some(role => !before.roles.includes(role)) ||
    kinds.some(kind => {
      const [was, is] = [before.rows[kind], after.rows[kind]]
      return was !== 'all' && (is === 'all' || is.some(code => !was.includes(code)))
    })
  )
}
