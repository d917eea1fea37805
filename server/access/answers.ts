import type { Database } from '../storage/database.ts'
import type { Viewer } from './permissions.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import { checkRights, managedAccount, setDisabledNow } from './accounts.ts'
import { checkAdministratorLeft, inTurn, isWholeAdministrator } from './administrators.ts'
import { agreedBy, proposalTo } from './agreement.ts'
import { invite } from './invitations.ts'
import { forgetFailures } from './lockOut.ts'
import { rowsOf } from './viewer.ts'

// Proposals of one administrator and the answers of another.

interface Asked {
  id: string
  now: Date
}

type Managed = Awaited<ReturnType<typeof managedAccount>>

/** Creates an invitation link for an account, and unlocks the account. */
async function linkFor(
  database: Database,
  user: Managed,
  by: { viewer: Viewer; now: Date },
): Promise<string> {
  await forgetFailures(database, user.username ?? '')
  return invite(database, { userId: user.id, createdBy: by.viewer.name, now: by.now })
}

/**
 * Creates a link for an account, or proposes it. Returns its secret part, or null where another administrator
 * must approve it. Errors: not-found.
 */
export async function askForLink(database: Database, viewer: Viewer, { id, now }: Asked) {
  const user = await managedAccount(database, viewer, id)
  const isUsed = (await database.prisma.account.count({ where: { userId: id } })) > 0
  const proposed = await proposalTo('link', { ...user, isUsed }, { database, viewer })
  if (!proposed) return linkFor(database, user, { viewer, now })
  await database.prisma.user.update({ where: { id }, data: { proposed } })
  return null
}

/**
 * Closes an account, or proposes it where the account is another administrator of everything. Returns true
 * where approval is pending. Errors: not-found, last-administrator.
 */
export async function askToClose(database: Database, viewer: Viewer, { id, now }: Asked): Promise<boolean> {
  return inTurn(database, async () => {
    const user = await managedAccount(database, viewer, id)
    const proposed = await proposalTo('close', { ...user, isUsed: true }, { database, viewer })
    if (proposed) await database.prisma.user.update({ where: { id }, data: { proposed } })
    else await setDisabledNow(database, viewer, { id, disabled: true, now })
    return proposed !== null
  })
}

/** Carries out an approved proposal. Returns the secret part of a link where the proposal was a link. */
async function carryOut(database: Database, user: Managed, by: { viewer: Viewer; now: Date }) {
  const { viewer, now } = by
  const asked = agreedBy(viewer, user)
  switch (asked.does) {
    case 'link':
      return linkFor(database, user, by)
    case 'close':
      await setDisabledNow(database, viewer, { id: user.id, disabled: true, now })
      return null
    case 'rights':
      await checkRights(database, viewer, asked)
      if (
        isWholeAdministrator({ roles: user.roles, rows: rowsOf(user.scope) }) &&
        !isWholeAdministrator(asked)
      )
        await checkAdministratorLeft(database, user.id)
      await database.prisma.user.update({
        where: { id: user.id },
        data: { roles: asked.roles, scope: asked.rows },
      })
      return null
  }
}

/**
 * Approves or rejects a proposal of another administrator. Returns the secret part of a link that was
 * approved. Errors: not-found, second-administrator-needed, last-administrator, and those of `addAccount`
 * about rights.
 */
export async function answerProposal(
  database: Database,
  viewer: Viewer,
  { id, agreed, now }: Asked & { agreed: boolean },
): Promise<string | null> {
  return inTurn(database, async () => {
    const user = await managedAccount(database, viewer, id)
    const token = agreed ? await carryOut(database, user, { viewer, now }) : null
    await database.prisma.user.update({ where: { id }, data: { proposed: Prisma.DbNull } })
    return token
  })
}
