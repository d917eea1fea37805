import type { Viewer } from '../access/permissions.ts'
import type { RoleName } from '../access/roles.ts'
import { z } from 'zod'
import { roleNames } from '../access/roles.ts'
import { removeView, saveView, viewsOf } from '../centres/views.ts'
import { NamedError } from '../common/errors.ts'
import { recordNumber } from '../measures/inputs.ts'
import { seesWhole } from '../measures/scope.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

// An address within the product: it begins with a single slash, so that no link leads to another site.
const link = z
  .string()
  .max(1000)
  .regex(/^\/(?!\/)[^\s\\]*$/)
const saveSchema = z.strictObject({
  centre: centreCode,
  name: z.string().trim().min(1).max(60),
  link,
  roles: z
    .array(z.enum(roleNames as [RoleName, ...RoleName[]]))
    .max(10)
    .default([]),
})

/** Viewers of a part of a hall may not share views with people who see more. Errors: not-permitted. */
function checkSeesWhole({ scope }: Viewer): void {
  if (!seesWhole(scope)) throw new NamedError('not-permitted', { what: '与他人共享视图' })
}

/** Saved views. */
export const viewsRouter = router({
  list: centreProcedure('figures.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => {
      return viewsOf(ctx.database, ctx.centre, ctx.viewer)
    }),
  save: centreProcedure('figures.read', { audit: 'view-saved' })
    .input(saveSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: input.name, details: { roles: input.roles.join(' ') } })
      if (input.roles.length > 0) checkSeesWhole(ctx.viewer)
      return {
        id: await saveView(ctx.database, ctx.centre, {
          ...input,
          viewer: ctx.viewer,
          now: ctx.clock(),
        }),
      }
    }),
  remove: centreProcedure('figures.read', { audit: 'view-removed' })
    .input(z.strictObject({ centre: centreCode, id: recordNumber }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `view ${input.id}` })
      await removeView(ctx.database, ctx.centre, {
        id: input.id,
        owner: ctx.viewer.name,
      })
    }),
})
