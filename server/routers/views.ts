import type { RoleName } from '../access/roles.ts'
import { z } from 'zod'
import { roleNames } from '../access/roles.ts'
import { centresOf } from '../centres/centre.ts'
import { removeView, saveView, viewsOf } from '../centres/views.ts'
import { parseInput } from '../measures/parseInput.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { procedureFor, router } from '../trpc.ts'

const centre = z.string().min(1).max(120)
// An address within the product and nothing else: one slash, so that no link leads to another site.
const link = z.string().max(1000).regex(/^\/(?!\/)[^\s\\]*$/)
const saveSchema = z.strictObject({ centre, name: z.string().trim().min(1).max(60), link, roles: z.array(z.enum(roleNames as [RoleName, ...RoleName[]])).max(10).default([]) })

/** Screens that people gave a name to. */
export const viewsRouter = router({
  list: procedureFor('figures.read')
    .input((input: unknown) => parseInput(z.strictObject({ centre }), input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return viewsOf(ctx.database, await centresOf(ctx.database).find(input.centre), ctx.viewer)
    }),
  save: procedureFor('figures.read', { audit: 'view-saved' })
    .input((input: unknown) => parseInput(saveSchema, input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      ctx.note({ centre: input.centre, subject: input.name, details: { roles: input.roles.join(' ') } })
      return { id: await saveView(ctx.database, await centresOf(ctx.database).find(input.centre), { ...input, viewer: ctx.viewer, now: ctx.clock() }) }
    }),
  remove: procedureFor('figures.read', { audit: 'view-removed' })
    .input((input: unknown) => parseInput(z.strictObject({ centre, id: z.int().min(1).max(2_147_483_647) }), input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      ctx.note({ centre: input.centre, subject: `view ${input.id}` })
      await removeView(ctx.database, await centresOf(ctx.database).find(input.centre), { id: input.id, owner: ctx.viewer.name })
    }),
})
