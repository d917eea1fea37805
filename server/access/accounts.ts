import type { Database } from '../storage/database.ts'
import type { Viewer } from './permissions.ts'
import type { AccountRows } from './viewer.ts'
import { randomUUID } from 'node:crypto'
import { NamedError } from '../common/errors.ts'
import { placeOf } from '../measures/scope.ts'
import { inTransaction } from '../storage/transaction.ts'
import { placeholderEmail } from './accountNames.ts'
import { checkNewName } from './invitations.ts'
import { roleNamed } from './roles.ts'
import { rowsOf } from './viewer.ts'

/** An account as an administrator sees it. */
interface ShownAccount {
  id: string
  name: string
  shownName: string
  roles: string[]
  rows: AccountRows
  disabled: boolean
  hasPassword: boolean
  twoFactor: boolean
  sessions: number
  /** ISO, or null where they never signed in or all their sessions are over. */
  lastSignIn: string | null
}

/** An administrator of some centres keeps the accounts of those who see no more than these. */
export function mayManage(viewer: Viewer, rows: AccountRows): boolean {
  const { centres } = viewer.scope.rows
  return (
    centres === 'all' ||
    (rows.centres !== 'all' && rows.centres.length > 0 && rows.centres.every(code => centres.includes(code)))
  )
}

/**
 * Units and windows are named by a centre that the account sees, and are in its catalogue. Errors:
 * bad-arguments, unknown-member.
 */
async function checkPlaces({ prisma }: Database, rows: AccountRows): Promise<void> {
  for (const kind of ['units', 'windows'] as const) {
    const dimension = kind === 'units' ? 'unit' : 'window'
    for (const named of rows[kind] === 'all' ? [] : rows[kind]) {
      const place = placeOf(named)
      if (!place || (rows.centres !== 'all' && !rows.centres.includes(place.centre)))
        throw new NamedError('bad-arguments', { argument: dimension, value: named })
      const where = { code: place.code, centre: { code: place.centre } }
      const found =
        kind === 'units'
          ? await prisma.unit.findFirst({ where, select: { id: true } })
          : await prisma.window.findFirst({ where, select: { id: true } })
      if (!found) throw new NamedError('unknown-member', { dimension, member: named })
    }
  }
}

async function checkRights(
  database: Database,
  viewer: Viewer,
  { roles, rows }: { roles: readonly string[]; rows: AccountRows },
): Promise<void> {
  const unknown = roles.find(role => roleNamed(role) === null)
  if (unknown !== undefined) throw new NamedError('role-unknown', { role: unknown })
  const unlimited = rows.units === 'all' && rows.windows === 'all'
  const limitedRole = roles.find(role => roleNamed(role)?.partOfHall)
  if (limitedRole !== undefined && unlimited)
    throw new NamedError('scope-needed', { role: roleNamed(limitedRole)?.names.zh ?? limitedRole })
  if (!mayManage(viewer, rows))
    throw new NamedError('out-of-scope', { what: rows.centres === 'all' ? '*' : rows.centres.join(', ') })
  await checkPlaces(database, rows)
}

/** All accounts that this administrator keeps. */
export async function listAccounts({ prisma }: Database, viewer: Viewer, now: Date): Promise<ShownAccount[]> {
  const users = await prisma.user.findMany({
    where: { demo: false },
    include: {
      sessions: {
        where: { expiresAt: { gt: now } },
        orderBy: { createdAt: 'desc' },
        select: { createdAt: true },
      },
      accounts: { select: { providerId: true } },
    },
    orderBy: { username: 'asc' },
  })
  return users
    .map(user => ({
      id: user.id,
      name: user.username ?? user.id,
      shownName: user.name,
      roles: user.roles,
      rows: rowsOf(user.scope),
      disabled: user.disabledAt !== null,
      hasPassword: user.accounts.length > 0,
      twoFactor: user.twoFactorEnabled,
      sessions: user.sessions.length,
      lastSignIn: user.sessions[0]?.createdAt.toISOString() ?? null,
    }))
    .filter(account => mayManage(viewer, account.rows))
}

/** An account that this viewer keeps. Errors: not-found, also for an account of other centres. */
export async function managedAccount({ prisma }: Database, viewer: Viewer, id: string) {
  const user = await prisma.user.findUnique({ where: { id } })
  if (!user || user.demo || !mayManage(viewer, rowsOf(user.scope)))
    throw new NamedError('not-found', { what: id })
  return user
}

/** What an account is made of. */
interface AccountInput {
  name: string
  shownName: string
  roles: string[]
  rows: AccountRows
}

/**
 * Makes an account without a password; a link lets its person choose one. Errors: account-name-invalid,
 * already-there, role-unknown, scope-needed, out-of-scope, bad-arguments, unknown-member.
 */
export async function addAccount(
  database: Database,
  viewer: Viewer,
  { name, shownName, roles, rows }: AccountInput,
): Promise<string> {
  await checkRights(database, viewer, { roles, rows })
  await checkNewName(database, name)
  const user = await database.prisma.user.create({
    data: {
      id: randomUUID(),
      name: shownName || name,
      username: name,
      displayUsername: name,
      email: placeholderEmail(name),
      roles,
      scope: rows,
    },
  })
  return user.id
}

/**
 * Changes of who may administer are made one after another: two at once could each count on the
 * administrator that the other removes.
 */
async function inTurn<T>(database: Database, work: () => Promise<T>): Promise<T> {
  return inTransaction(database, async client => {
    await client.query("SELECT pg_advisory_xact_lock(hashtext('brightwindow-administrators'))")
    return work()
  })
}

interface Rights {
  roles: readonly string[]
  rows: AccountRows
}

/** An administrator of all centres, units and windows. */
const isWholeAdministrator = ({ roles, rows }: Rights): boolean =>
  roles.includes('administrator') && rows.centres === 'all' && rows.units === 'all' && rows.windows === 'all'

/** True where somebody else is an administrator of the whole and can sign in. */
async function isAnotherAdministrator({ prisma }: Database, without: string): Promise<boolean> {
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
 * There must stay an administrator of the whole: one of some centres cannot repair the rest. Errors:
 * last-administrator.
 */
async function checkAdministratorLeft(database: Database, without: string): Promise<void> {
  if (!(await isAnotherAdministrator(database, without))) throw new NamedError('last-administrator')
}

/** True where rights after a change hold something that those before did not. */
function isWider(before: Rights, after: Rights): boolean {
  const kinds = ['centres', 'units', 'windows'] as const
  return (
    after.roles.some(role => !before.roles.includes(role)) ||
    kinds.some(kind => {
      const [was, is] = [before.rows[kind], after.rows[kind]]
      return was !== 'all' && (is === 'all' || is.some(code => !was.includes(code)))
    })
  )
}

/**
 * Changes what an account may do and see. Nobody widens their own rights while there is another
 * administrator who could. Errors: not-found, last-administrator, second-administrator-needed, and those
 * of `addAccount` about rights.
 */
export async function changeRights(
  database: Database,
  viewer: Viewer,
  change: { id: string; shownName: string; roles: string[]; rows: AccountRows },
): Promise<void> {
  return inTurn(database, async () => changeNow(database, viewer, change))
}

async function changeNow(
  database: Database,
  viewer: Viewer,
  change: { id: string; shownName: string; roles: string[]; rows: AccountRows },
): Promise<void> {
  const user = await managedAccount(database, viewer, change.id)
  await checkRights(database, viewer, change)
  const before = { roles: user.roles, rows: rowsOf(user.scope) }
  if (isWholeAdministrator(before) && !isWholeAdministrator(change))
    await checkAdministratorLeft(database, user.id)
  if (user.id === viewer.id && isWider(before, change) && (await isAnotherAdministrator(database, user.id)))
    throw new NamedError('second-administrator-needed')
  await database.prisma.user.update({
    where: { id: user.id },
    data: { name: change.shownName || user.name, roles: change.roles, scope: change.rows },
  })
}

/** Closes an account and ends its sessions, or opens it again. Errors: not-found, last-administrator. */
export async function setDisabled(
  database: Database,
  viewer: Viewer,
  change: { id: string; disabled: boolean; now: Date },
): Promise<void> {
  return inTurn(database, async () => {
    const user = await managedAccount(database, viewer, change.id)
    if (change.disabled && isWholeAdministrator({ roles: user.roles, rows: rowsOf(user.scope) }))
      await checkAdministratorLeft(database, user.id)
    await database.prisma.user.update({
      where: { id: user.id },
      data: { disabledAt: change.disabled ? change.now : null },
    })
    if (change.disabled) await endSessions(database, user.id)
  })
}

/** Signs an account out everywhere. Returns how many sessions ended. */
export async function endSessions({ prisma }: Database, userId: string): Promise<number> {
  return (await prisma.session.deleteMany({ where: { userId } })).count
}

/**
 * Takes away a second factor that was lost; the person signs in anew with the password alone. Errors:
 * not-found.
 */
export async function clearTwoFactor(database: Database, viewer: Viewer, id: string): Promise<void> {
  const user = await managedAccount(database, viewer, id)
  await database.prisma.twoFactor.deleteMany({ where: { userId: user.id } })
  await database.prisma.user.update({ where: { id: user.id }, data: { twoFactorEnabled: false } })
  await endSessions(database, user.id)
}
