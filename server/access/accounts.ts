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

/** An account as shown to administrators. */
interface ShownAccount {
  id: string
  name: string
  shownName: string
  roles: string[]
  rows: AccountRows
  disabled: boolean
  hasPassword: boolean
  twoFactor: boolean
  /** The proposed change, and whether this administrator may approve it. */
  proposed: {
    does: 'rights' | 'link' | 'close'
    roles: string[]
    rows: AccountRows
    by: string
    mayAgree: boolean
  } | null
  sessions: number
  /** ISO instant; null where they never signed in or all their sessions have ended. */
  lastSignIn: string | null
}

/** True where an administrator may manage an account: its rows must be within the administrator's own. */
export function mayManage(viewer: Viewer, rows: AccountRows): boolean {
  const { centres } = viewer.scope.rows
  return (
    centres === 'all' ||
    (rows.centres !== 'all' && rows.centres.length > 0 && rows.centres.every(code => centres.includes(code)))
  )
}

/**
 * Checks that units and windows belong to a centre of the account and are in its catalogue. Errors:
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

/** Checks that this viewer may grant the rights. Errors: as `addAccount` about rights. */
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

/** All accounts that this administrator manages. */
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

/** An account that this viewer manages. Errors: not-found, also for accounts of other centres. */
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

/** The fields of a new account. */
interface AccountInput {
  name: string
  shownName: string
  roles: string[]
  rows: AccountRows
}

/**
 * Adds an account without a password, which its owner sets through an invitation link. Its rights wait where
 * a second administrator must approve them. Errors: account-name-invalid, already-there, role-unknown,
 * scope-needed, out-of-scope, bad-arguments, unknown-member.
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
 * Changes the rights of an account. A wider set of rights, and the removal of another administrator's rights,
 * must be approved by a second administrator where there is one; nobody can widen their own rights then.
 * Returns true where approval is pending. Errors: not-found, last-administrator, second-administrator-needed,
 * and those of `addAccount` about rights.
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

/** As `setDisabled`, for callers that already hold the lock of `inTurn`. */
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
 * Removes a lost second factor; the person signs in with the password alone until they set up a new one.
 * Errors: not-found.
 */
export async function clearTwoFactor(database: Database, viewer: Viewer, id: string): Promise<void> {
  const user = await managedAccount(database, viewer, id)
  await database.prisma.twoFactor.deleteMany({ where: { userId: user.id } })
  await database.prisma.user.update({ where: { id: user.id }, data: { twoFactorEnabled: false } })
  await endSessions(database, user.id)
}
