import { z } from 'zod'
import { addSystem, listSystems, revokeSystem, systemPowers } from '../access/systems.ts'
import { centresOf } from '../centres/centre.ts'
import { targetNames } from '../intake/mapping.ts'
import { parseInput } from '../measures/parseInput.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { procedureFor, router } from '../trpc.ts'

const centre = z.string().min(1).max(120)
const name = z.string().max(60)
const addSchema = z.strictObject({ centre, name, may: z.array(z.enum(systemPowers)).min(1).max(3), targets: z.array(z.enum(targetNames)).max(20), days: z.int().min(1).max(1100) })

/** Systems outside that hold a token. */
export const systemsRouter = router({
  list: procedureFor('systems.manage')
    .input((input: unknown) => parseInput(z.strictObject({ centre }), input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return listSystems(ctx.database, await centresOf(ctx.database).find(input.centre))
    }),

  /** The token is in the answer and nowhere else. */
  add: procedureFor('systems.manage', { audit: 'system-added' })
    .input((input: unknown) => parseInput(addSchema, input))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: input.name, details: { may: input.may, targets: input.targets, days: input.days } })
      checkCentres(ctx.viewer.scope, [input.centre])
      return { token: await addSystem(ctx.database, await centresOf(ctx.database).find(input.centre), { ...input, createdBy: ctx.viewer.name, now: ctx.clock() }) }
    }),

  revoke: procedureFor('systems.manage', { audit: 'system-revoked' })
    .input((input: unknown) => parseInput(z.strictObject({ centre, name }), input))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: input.name })
      checkCentres(ctx.viewer.scope, [input.centre])
      await revokeSystem(ctx.database, await centresOf(ctx.database).find(input.centre), { name: input.name, now: ctx.clock() })
      ctx.viewers.forget()
    }),
})
