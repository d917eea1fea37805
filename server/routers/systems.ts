import { z } from 'zod'
import { addSystem, listSystems, revokeSystem, systemPowers } from '../access/systems.ts'
import { targetNames } from '../intake/rows/targetNames.ts'
import { integer } from '../measures/inputs.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const name = z.string().max(60)
const addSchema = z.strictObject({
  centre: centreCode,
  name,
  may: z.array(z.enum(systemPowers)).min(1).max(3),
  targets: z.array(z.enum(targetNames)).max(20),
  days: integer(1, 1100),
})

/** External systems with a token. */
export const systemsRouter = router({
  list: centreProcedure('systems.manage')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => {
      return listSystems(ctx.database, ctx.centre)
    }),

  /** Returns the token, of which only the hash is stored. */
  add: centreProcedure('systems.manage', { audit: 'system-added' })
    .input(addSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({
        centre: input.centre,
        subject: input.name,
        details: { may: input.may, targets: input.targets, days: input.days },
      })
      return {
        token: await addSystem(ctx.database, ctx.centre, {
          ...input,
          createdBy: ctx.viewer.name,
          now: ctx.clock(),
        }),
      }
    }),

  revoke: centreProcedure('systems.manage', { audit: 'system-revoked' })
    .input(z.strictObject({ centre: centreCode, name }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: input.name })
      await revokeSystem(ctx.database, ctx.centre, {
        name: input.name,
        now: ctx.clock(),
      })
      ctx.viewers.forget()
    }),
})
