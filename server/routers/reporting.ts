import type { Context } from '../context.ts'
import type { QueryContext } from '../query/queryContext.ts'
import { z } from 'zod'
import { actorOf } from '../access/permissions.ts'
import { saveCentreSetting } from '../centres/centreSettings.ts'
import { completenessOf } from '../entry/reporting/completeness.ts'
import { reportDifferences } from '../entry/reporting/differences.ts'
import { reportingDuties } from '../entry/reporting/duties.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const contextOf = (ctx: Context): QueryContext => ({
  database: ctx.database,
  scope: ctx.viewer.scope,
  now: ctx.clock(),
})

const ofCentre = z.strictObject({ centre: centreCode })

/** Manual reports: the duties, the last reported day of each place, and differences from records. */
export const reportingRouter = router({
  standing: centreProcedure('figures.read')
    .input(ofCentre)
    .query(async ({ ctx }) => completenessOf(ctx.centre, contextOf(ctx))),
  differences: centreProcedure('figures.read')
    .input(ofCentre)
    .query(async ({ ctx }) => reportDifferences(ctx.centre, contextOf(ctx))),
  setDuties: centreProcedure('targets.write', { audit: 'reporting-duties-set' })
    .input(z.strictObject({ centre: centreCode, duties: reportingDuties.schema }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, details: { duties: JSON.stringify(input.duties) } })
      await saveCentreSetting(ctx.database, ctx.centre.id, {
        setting: reportingDuties,
        value: input.duties,
        by: actorOf(ctx.viewer),
        at: ctx.clock(),
      })
    }),
})
