import type { Database } from '../storage/database.ts'
import type { AccountRows } from './viewer.ts'
import { placeCode } from '../measures/scope.ts'
import { placeholderEmail } from './accountNames.ts'
import { roleNamed } from './roles.ts'

const everything: AccountRows = { centres: 'all', units: 'all', windows: 'all' }

/** The unit whose chief one can be in the demo county: the first one by code. */
async function demoRows({ prisma }: Database, role: string): Promise<AccountRows> {
  if (!roleNamed(role)?.partOfHall) return everything
  const unit = await prisma.unit.findFirst({
    orderBy: [{ centreId: 'asc' }, { code: 'asc' }],
    select: { code: true, centre: { select: { code: true } } },
  })
  return { centres: 'all', units: unit ? [placeCode(unit.centre.code, unit.code)] : [], windows: 'all' }
}

/** The account of one of the demo's roles, made when it is first wanted. */
export async function demoAccount(database: Database, role: string): Promise<string> {
  const id = `demo-${role}`
  const scope = await demoRows(database, role)
  const names = roleNamed(role)?.names
  // Several people may want it first at the same moment: an upsert looks at one of its unique columns
  // and fails on another.
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

/** True once somebody can sign in with an account of their own and keep the others. */
export async function hasAdministrator({ prisma }: Database): Promise<boolean> {
  return (
    (await prisma.user.findFirst({
      where: { demo: false, disabledAt: null, roles: { has: 'administrator' }, accounts: { some: {} } },
      select: { id: true },
    })) !== null
  )
}

/**
 * Ends the demo's accounts and whoever is signed in as one; done when the first administrator has a
 * password.
 */
export async function removeDemoAccounts({ prisma }: Database): Promise<void> {
  await prisma.user.deleteMany({ where: { demo: true } })
}
