import { z } from 'zod'
import {
  addAccount,
  changeRights,
  clearTwoFactor,
  endSessions,
  listAccounts,
  managedAccount,
  setDisabled,
} from '../access/accounts.ts'
import { proposalOf } from '../access/agreement.ts'
import { answerProposal, askForLink, askToClose } from '../access/answers.ts'
import { invite } from '../access/invitations.ts'
import { beginImpersonation } from '../access/ownAccount.ts'
import { permissionTable } from '../access/permissions.ts'
import { roleNames, roleTable } from '../access/roles.ts'
import { rowsSchema } from '../access/viewer.ts'
import { procedureFor, router } from '../trpc.ts'

const id = z.string().min(1).max(120)
const rights = {
  shownName: z.string().max(120),
  roles: z.array(z.string().max(40)).max(10),
  rows: rowsSchema,
}
const addSchema = z.strictObject({ name: z.string().max(120), ...rights })
const changeSchema = z.strictObject({ id, ...rights })
const oneSchema = z.strictObject({ id })
const answerSchema = z.strictObject({ id, agreed: z.boolean() })
const words = (rows: z.infer<typeof rowsSchema>): string => JSON.stringify(rows)

/** Accounts. */
export const accountsRouter = router({
  list: procedureFor('accounts.manage').query(async ({ ctx }) => ({
    accounts: await listAccounts(ctx.database, ctx.viewer, ctx.clock()),
    roles: roleNames.map(name => ({
      name,
      names: roleTable[name].names,
      does: roleTable[name].does,
      may: roleTable[name].may.map(permission => permissionTable[permission].names),
      partOfHall: 'partOfHall' in roleTable[name],
    })),
  })),

  /** Adds an account. Returns it with the secret part of its invitation link. */
  add: procedureFor('accounts.manage', { audit: 'account-added' })
    .input(addSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: input.name, details: { roles: input.roles, rows: words(input.rows) } })
      const added = await addAccount(ctx.database, ctx.viewer, input)
      ctx.note({ details: { roles: input.roles, rows: words(input.rows), waits: added.waits } })
      ctx.viewers.forget()
      const invitation = { userId: added.id, createdBy: ctx.viewer.name, now: ctx.clock() }
      return { id: added.id, token: await invite(ctx.database, invitation) }
    }),

  change: procedureFor('accounts.manage', { audit: 'rights-changed' })
    .input(changeSchema)
    .mutation(async ({ input, ctx }) => {
      const before = await managedAccount(ctx.database, ctx.viewer, input.id)
      const details = {
        roles: input.roles,
        rows: words(input.rows),
        rolesBefore: before.roles,
        rowsBefore: JSON.stringify(before.scope),
      }
      ctx.note({ subject: before.username ?? before.id, details })
      const waits = await changeRights(ctx.database, ctx.viewer, input)
      ctx.note({ details: { ...details, waits } })
      ctx.viewers.forget()
    }),

  /** Approves or rejects a proposal of another administrator. Returns the link where the proposal was one. */
  answer: procedureFor('accounts.manage', { audit: 'rights-answered' })
    .input(answerSchema)
    .mutation(async ({ input, ctx }) => {
      const account = await managedAccount(ctx.database, ctx.viewer, input.id)
      const proposal = proposalOf(account.proposed)
      ctx.note({
        subject: account.username ?? account.id,
        details: {
          agreed: input.agreed,
          ...(proposal && { asked: proposal.does, by: proposal.byName }),
          ...(proposal?.does === 'rights' && { roles: proposal.roles, rows: words(proposal.rows) }),
        },
      })
      const token = await answerProposal(ctx.database, ctx.viewer, { ...input, now: ctx.clock() })
      ctx.viewers.forget()
      return { token }
    }),

  close: procedureFor('accounts.manage', { audit: 'account-closed' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: (await managedAccount(ctx.database, ctx.viewer, input.id)).username ?? input.id })
      const waits = await askToClose(ctx.database, ctx.viewer, { id: input.id, now: ctx.clock() })
      ctx.note({ details: { waits } })
      ctx.viewers.forget()
    }),

  open: procedureFor('accounts.manage', { audit: 'account-opened' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: (await managedAccount(ctx.database, ctx.viewer, input.id)).username ?? input.id })
      await setDisabled(ctx.database, ctx.viewer, { id: input.id, disabled: false, now: ctx.clock() })
    }),

  /**
   * Creates a link for choosing a password and unlocks the account. Null where another administrator must
   * approve it first.
   */
  invite: procedureFor('accounts.manage', { audit: 'link-made' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      const account = await managedAccount(ctx.database, ctx.viewer, input.id)
      ctx.note({ subject: account.username ?? account.id })
      const token = await askForLink(ctx.database, ctx.viewer, { id: input.id, now: ctx.clock() })
      ctx.note({ details: { waits: token === null } })
      return { token }
    }),

  signOut: procedureFor('accounts.manage', { audit: 'signed-out' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      const account = await managedAccount(ctx.database, ctx.viewer, input.id)
      ctx.note({ subject: account.username ?? account.id })
      const ended = await endSessions(ctx.database, account.id)
      ctx.viewers.forget()
      return { ended }
    }),

  clearTwoFactor: procedureFor('accounts.manage', { audit: 'second-factor-cleared' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: (await managedAccount(ctx.database, ctx.viewer, input.id)).username ?? input.id })
      await clearTwoFactor(ctx.database, ctx.viewer, input.id)
      ctx.viewers.forget()
    }),

  preview: procedureFor('accounts.manage', { audit: 'preview-begun' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: await beginImpersonation(ctx, input.id, ctx.clock()) })
      ctx.viewers.forget()
    }),
})
