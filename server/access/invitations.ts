import type { Database } from '../storage/database.ts'
import type { Auth } from './auth.ts'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { NamedError } from '../common/errors.ts'
import { isAccountName, placeholderEmail } from './accountNames.ts'
import { hasAdministrator, removeDemoAccounts } from './demoAccounts.ts'
import { forgetFailures } from './lockOut.ts'
import { checkPassword } from './password.ts'

const hours = 72

/** The tables that this file uses, inside or outside a transaction. */
type Records = Pick<Database['prisma'], 'user' | 'account' | 'session' | 'invitation'>

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Creates the secret part of an invitation link, and ends earlier links of the same account. Only its hash is
 * stored.
 */
export async function invite(
  { prisma }: Database,
  invitation: { userId: string | null; createdBy: string; now: Date },
): Promise<string> {
  const { userId, createdBy, now } = invitation
  const token = randomBytes(32).toString('base64url')
  await prisma.invitation.deleteMany({ where: { userId, usedAt: null } })
  await prisma.invitation.create({
    data: {
      tokenHash: hashOf(token),
      userId,
      createdBy,
      createdAt: now,
      expiresAt: new Date(now.getTime() + hours * 3_600_000),
    },
  })
  return token
}

/**
 * The account whose password a link sets; null for the link of the very first account. Errors:
 * invitation-refused.
 */
export async function invitationOf(
  database: Database,
  token: string,
  now: Date,
): Promise<{ userId: string | null; username: string | null; shownName: string | null }> {
  const invitation = await database.prisma.invitation.findUnique({ where: { tokenHash: hashOf(token) } })
  if (!invitation || invitation.usedAt || invitation.expiresAt <= now)
    throw new NamedError('invitation-refused')
  if (invitation.userId === null) {
    if (await hasAdministrator(database)) throw new NamedError('invitation-refused')
    return { userId: null, username: null, shownName: null }
  }
  const user = await database.prisma.user.findUnique({ where: { id: invitation.userId } })
  if (!user || user.disabledAt) throw new NamedError('invitation-refused')
  return { userId: user.id, username: user.username, shownName: user.name }
}

/** Checks the name of a new account. Errors: account-name-invalid, already-there. */
export async function checkNewName({ prisma }: Database, name: string): Promise<void> {
  if (!isAccountName(name)) throw new NamedError('account-name-invalid', { name })
  if (await prisma.user.findUnique({ where: { username: name }, select: { id: true } }))
    throw new NamedError('already-there', { what: name })
}

/** Creates the first account: an administrator of all centres. */
async function firstAccount(records: Records, name: string, shownName: string): Promise<string> {
  const user = await records.user.create({
    data: {
      id: randomUUID(),
      name: shownName || name,
      username: name,
      displayUsername: name,
      email: placeholderEmail(name),
      roles: ['administrator'],
      scope: { centres: 'all', units: 'all', windows: 'all' },
    },
  })
  return user.id
}

/** Stores the hash of a password and ends all sessions, so that nobody stays signed in by the old one. */
async function setPassword(records: Records, userId: string, password: string): Promise<void> {
  await records.account.upsert({
    where: { providerId_accountId: { providerId: 'credential', accountId: userId } },
    update: { password },
    create: { id: randomUUID(), providerId: 'credential', accountId: userId, userId, password },
  })
  await records.session.deleteMany({ where: { userId } })
}

/** What a person enters on the page of a link. */
interface Acceptance {
  token: string
  password: string
  name: string
  shownName: string
  now: Date
}

/**
 * Sets the password that a link allows to set, once. Returns the account's name. Errors:
 * invitation-refused, account-name-invalid, already-there, password-weak.
 */
export async function acceptInvitation(
  database: Database,
  auth: Auth,
  acceptance: Acceptance,
): Promise<string> {
  const { token, password, now } = acceptance
  const invitation = await invitationOf(database, token, now)
  const name = invitation.username ?? acceptance.name.trim().toLowerCase()
  await checkPassword(password, [name, invitation.shownName ?? acceptance.shownName])
  if (invitation.userId === null) await checkNewName(database, name)
  const { password: hasher } = await auth.$context
  const hash = await hasher.hash(password)
  // The link is used up and the password set in one transaction.
  await database.prisma.$transaction(async records => {
    const claimed = await records.invitation.updateMany({
      where: { tokenHash: hashOf(token), usedAt: null },
      data: { usedAt: now },
    })
    if (claimed.count === 0) throw new NamedError('invitation-refused')
    const userId = invitation.userId ?? (await firstAccount(records, name, acceptance.shownName.trim()))
    await setPassword(records, userId, hash)
  })
  await forgetFailures(database, name)
  if (await hasAdministrator(database)) await removeDemoAccounts(database)
  return name
}
