import type { Database } from '../storage/database.ts'
import type { Viewer } from './permissions.ts'
import type { AccountRows } from './viewer.ts'
import { randomUUID } from 'node:crypto'
import { Prisma } from '../../prisma/generated/client.ts'
import { NamedError } from '../common/errors.ts'
import { placeOf } from '../measures/scope.ts'
import { placeholderEmail } from './accountNames.ts'
import { checkAdministratorLeft, inTurn, isWholeAdministrator } from './administrators.ts'
import { mayAgree, proposalFor, proposalOf } from './agreement.ts'
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
  /** What waits for another administrator, and whether this one may agree. */
  proposed: {
    does: 'rights' | 'link' | 'close'
    roles: string[]
    rows: AccountRows
    by: string
    mayAgree: boolean
  } | null
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

/** Rights that this viewer may give. Errors: those of `addAccount` about rights. */
export async function checkRights(
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

function shownProposal(
  viewer: Viewer,
  user: { id: string; roles: string[]; scope: unknown; proposed: unknown },
): ShownAccount['proposed'] {
  const proposal = proposalOf(user.proposed)
  if (!proposal) return null
  const { does, roles, rows, byName } = proposal
  return { does, roles, rows, by: byName, mayAgree: mayAgree(viewer, user, proposal) }
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
      proposed: shownProposal(viewer, user),
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

/** New rights of an account. */
interface RightsChange {
  id: string
  shownName: string
  roles: string[]
  rows: AccountRows
}

/** What an account is made of. */
interface AccountInput {
  name: string
  shownName: string
  roles: string[]
  rows: AccountRows
}

/**
 * Makes an account without a password; a link lets its person choose one. Its rights wait where another
 * administrator has to agree. Errors: account-name-invalid,
 * already-there, role-unknown, scope-needed, out-of-scope, bad-arguments, unknown-member.
 */
export async function addAccount(
  database: Database,
  viewer: Viewer,
  { name, shownName, roles, rows }: AccountInput,
): Promise<{ id: string; waits: boolean }> {
  await checkRights(database, viewer, { roles, rows })
  await checkNewName(database, name)
  const before = { roles: [], rows }
  const proposal = await proposalFor(database, viewer, { id: null, before, after: { roles, rows } })
  const user = await database.prisma.user.create({
    data: {
      id: randomUUID(),
      name: shownName || name,
      username: name,
      displayUsername: name,
      email: placeholderEmail(name),
      roles: proposal ? [] : roles,
      scope: rows,
      ...(proposal && { proposed: proposal }),
    },
  })
  return { id: user.id, waits: proposal !== null }
}

/**
 * Changes what an account may do and see. Nobody widens their own rights while there is another
 * administrator who could; those of others wait for that one, and so does that another administrator
 * loses theirs. Returns true where they wait. Errors:
 * not-found, last-administrator, second-administrator-needed, and those of `addAccount` about rights.
 */
export async function changeRights(
  database: Database,
  viewer: Viewer,
  change: RightsChange,
): Promise<boolean> {
  return inTurn(database, async () => changeNow(database, viewer, change))
}

async function changeNow(database: Database, viewer: Viewer, change: RightsChange): Promise<boolean> {
  const user = await managedAccount(database, viewer, change.id)
  await checkRights(database, viewer, change)
  const before = { roles: user.roles, rows: rowsOf(user.scope) }
  if (isWholeAdministrator(before) && !isWholeAdministrator(change))
    await checkAdministratorLeft(database, user.id)
  const proposal = await proposalFor(database, viewer, { id: user.id, before, after: change })
  await database.prisma.user.update({
    where: { id: user.id },
    data: {
      name: change.shownName || user.name,
      ...(proposal
        ? { proposed: proposal }
        : { roles: change.roles, scope: change.rows, proposed: Prisma.DbNull }),
    },
  })
  return proposal !== null
}

/**
 * Closes an account and ends its sessions, or opens it again, at once. Errors: not-found,
 * last-administrator.
 */
export async function setDisabled(
  database: Database,
  viewer: Viewer,
  change: { id: string; disabled: boolean; now: Date },
): Promise<void> {
  return inTurn(database, async () => setDisabledNow(database, viewer, change))
}

/** Like `setDisabled`, for callers that are in turn already. */
export async function setDisabledNow(
  database: Database,
  viewer: Viewer,
  change: { id: string; disabled: boolean; now: Date },
): Promise<void> {
  const user = await managedAccount(database, viewer, change.id)
  if (change.disabled && isWholeAdministrator({ roles: user.roles, rows: rowsOf(user.scope) }))
    await checkAdministratorLeft(database, user.id)
  await database.prisma.user.update({
    where: { id: user.id },
    data: { disabledAt: change.disabled ? change.now : null },
  })
  if (change.disabled) await endSessions(database, user.id)
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
