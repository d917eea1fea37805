import type { Database } from '../storage/database.ts'
import type { Viewer } from './permissions.ts'
import { Prisma } from '../../prisma/generated/client.ts'
import { checkRights, managedAccount, setDisabledNow } from './accounts.ts'
import { checkAdministratorLeft, inTurn, isWholeAdministrator } from './administrators.ts'
import { agreedBy, proposalTo } from './agreement.ts'
import { invite } from './invitations.ts'
import { forgetFailures } from './lockOut.ts'
import { rowsOf } from './viewer.ts'

// What one administrator asks for and another one answers.

interface Asked {
  id: string
  now: Date
}

type Managed = Awaited<ReturnType<typeof managedAccount>>

/** Makes a link for an account, and unlocks it. */
async function linkFor(
  database: Database,
  user: Managed,
  by: { viewer: Viewer; now: Date },
): Promise<string> {
  await forgetFailures(database, user.username ?? '')
  return invite(database, { userId: user.id, createdBy: by.viewer.name, now: by.now })
}

/**
 * A new link for an account: the secret part of it, or null where it waits for another administrator, who
 * gets it then. Errors: not-found.
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
 * Closes an account. Returns true where that waits, which it does for another administrator of the whole.
 * Errors: not-found, last-administrator.
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

/** Does what was agreed to. Returns the secret part of a link where that was asked for. */
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
 * Answers what another administrator asked for: it is done, or dropped. Returns the secret part of a link
 * that was agreed to. Errors: not-found, second-administrator-needed, last-administrator, and those of
 * `addAccount` about rights.
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
