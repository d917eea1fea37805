import type { Database } from '../storage/database.ts'
import type { AccountRows } from './viewer.ts'
import { placeCode } from '../measures/scope.ts'
import { placeholderEmail } from './accountNames.ts'
import { roleNamed } from './roles.ts'

const everything: AccountRows = { centres: 'all', units: 'all', windows: 'all' }

/** The rows of a demo role; a window chief heads the first unit by code. */
async function demoRows({ prisma }: Database, role: string): Promise<AccountRows> {
  if (!roleNamed(role)?.partOfHall) return everything
  const unit = await prisma.unit.findFirst({
    orderBy: [{ centreId: 'asc' }, { code: 'asc' }],
    select: { code: true, centre: { select: { code: true } } },
  })
  return { centres: 'all', units: unit ? [placeCode(unit.centre.code, unit.code)] : [], windows: 'all' }
}

/** The account of a demo role; created at its first use. */
export async function demoAccount(database: Database, role: string): Promise<string> {
  const id = `demo-${role}`
  const scope = await demoRows(database, role)
  const names = roleNamed(role)?.names
  // Several requests may create it at the same time: an upsert checks only one of its unique columns and
  // fails on the other.
  await database.prisma.user.createMany({
    data: [
      {
        id,
        name: `${names?.zh ?? role}（演示）`,
        username: id,
        displayUsername: id,
        email: placeholderEmail(id),
        roles: [role],
        scope,
        demo: true,
      },
    ],
    skipDuplicates: true,
  })
  await database.prisma.user.updateMany({ where: { id }, data: { scope } })
  return id
}

/** True once an account other than the demo's can sign in and manage accounts. */
export async function hasAdministrator({ prisma }: Database): Promise<boolean> {
  return (
    (await prisma.user.findFirst({
      where: { demo: false, disabledAt: null, roles: { has: 'administrator' }, accounts: { some: {} } },
      select: { id: true },
    })) !== null
  )
}

/** Deletes the demo's accounts and their sessions; called when the first administrator has set a password. */
export async function removeDemoAccounts({ prisma }: Database): Promise<void> {
  await prisma.user.deleteMany({ where: { demo: true } })
}
