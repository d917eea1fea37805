import type { Permission } from '../access/permissions.ts'
import { z } from 'zod'
import { endSessions } from '../access/accounts.ts'
import { acceptInvitation, invitationOf } from '../access/invitations.ts'
import {
  endImpersonation,
  endSession,
  markImpersonationRead,
  ownAccount,
  ownSessions,
  unreadImpersonation,
} from '../access/ownAccount.ts'
import { permissionTable } from '../access/permissions.ts'
import { roleNames, roleTable } from '../access/roles.ts'
import { seesWhole } from '../measures/scope.ts'
import { installationSettings } from '../operations/installation.ts'
import { procedureFor, router } from '../trpc.ts'

const token = z.string().min(1).max(200)
const acceptSchema = z.strictObject({
  token,
  password: z.string().max(500),
  name: z.string().max(120).default(''),
  shownName: z.string().max(120).default(''),
})

const rolesInWords = roleNames.map(name => ({
  name,
  names: roleTable[name].names,
  does: roleTable[name].does,
}))

/** The signed-in account. */
export const accessRouter = router({
  /** What every page needs first: the viewer, and the ways of signing in. */
  state: procedureFor('anyone').query(async ({ ctx }) => {
    const { viewer, signIn } = ctx
    const signedIn = viewer.may.includes('signedIn')
    return {
      me: signedIn
        ? {
            name: viewer.name,
            shownName: viewer.shownName,
            roles: [...viewer.roles],
            may: [...viewer.may],
            impersonatedBy: viewer.impersonatedBy,
            demo: viewer.demo,
            limited: !seesWhole(viewer.scope),
            reveal: [...viewer.scope.reveal],
          }
        : null,
      demoRoles: (signedIn && !viewer.demo) || !(await signIn.demoOpen()) ? [] : rolesInWords,
      /** What each role may see, shown before signing in; accounts are not named. */
      roles: signedIn ? [] : rolesInWords,
      /** The address for others in the network; null where only this machine is served. */
      address: signedIn ? signIn.publicUrl : null,
      singleSignOn: signIn.singleSignOn?.name ?? null,
      impersonated: signedIn ? await unreadImpersonation(ctx.database, viewer) : null,
      watermark: signedIn && (await installationSettings(ctx.database)).watermark,
    }
  }),

  invitation: procedureFor('anyone')
    .input(z.strictObject({ token }))
    .query(async ({ input, ctx }) => {
      const { userId, username, shownName } = await invitationOf(ctx.database, input.token, ctx.clock())
      return { first: userId === null, username, shownName }
    }),

  accept: procedureFor('anyone', { audit: 'password-chosen' })
    .input(acceptSchema)
    .mutation(async ({ input, ctx }) => {
      const name = await acceptInvitation(ctx.database, ctx.auth, { ...input, now: ctx.clock() })
      ctx.viewers.forget()
      ctx.note({ subject: name })
      return { name }
    }),

  /** The roles with a permission, for viewers who opened a page without it. */
  rolesWith: procedureFor('signedIn')
    .input(z.strictObject({ permission: z.enum(Object.keys(permissionTable) as Permission[]) }))
    .query(({ input }) =>
      roleNames.filter(name => (roleTable[name].may as readonly Permission[]).includes(input.permission)),
    ),

  account: procedureFor('signedIn').query(async ({ ctx }) => ({
    ...(await ownAccount(ctx.database, ctx.viewer)),
    sessions: await ownSessions(ctx, ctx.clock()),
  })),

  endSession: procedureFor('signedIn', { audit: 'session-ended' })
    .input(z.strictObject({ session: z.string().min(1).max(120) }))
    .mutation(async ({ input, ctx }) => {
      await endSession(ctx.database, ctx.viewer, input.session)
      ctx.viewers.forget()
    }),

  signOutEverywhere: procedureFor('signedIn', { audit: 'signed-out-everywhere' }).mutation(
    async ({ ctx }) => {
      const ended = await endSessions(ctx.database, ctx.viewer.id ?? '')
      ctx.viewers.forget()
      return { ended }
    },
  ),

  /** Marks the notice about an impersonation as read. */
  readImpersonation: procedureFor('signedIn', { audit: 'preview-notice-read' }).mutation(async ({ ctx }) =>
    markImpersonationRead(ctx.database, ctx.viewer),
  ),

  endPreview: procedureFor('signedIn', { audit: 'preview-ended', whileImpersonating: true }).mutation(
    async ({ ctx }) => {
      await endImpersonation(ctx)
      ctx.viewers.forget()
    },
  ),
})
