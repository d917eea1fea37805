import type { CentreSetting } from '../centres/centreSettings.ts'
import type { Context } from '../context.ts'
import { z } from 'zod'
import { actorOf } from '../access/permissions.ts'
import { readCentreSetting, saveCentreSetting } from '../centres/centreSettings.ts'
import { badReviewDeadlines, redFlagWeights, weightsSchema, withWeights } from '../centres/standards.ts'
import { NamedError } from '../common/errors.ts'
import { monthStart, textOfDay } from '../measures/index.ts'
import { isoDay } from '../measures/inputs.ts'
import { badReviewFollowUps } from '../query/followUps.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const ofCentre = z.strictObject({ centre: centreCode })
const followUpsSchema = z.strictObject({
  centre: centreCode,
  period: z.string().min(1).max(40),
  filters: z
    .array(z.strictObject({ dimension: z.string().max(60), in: z.array(z.string().max(120)).max(200) }))
    .max(20)
    .default([]),
})

async function save<T>(
  ctx: Context & { centre: { id: number } },
  setting: CentreSetting<T>,
  value: T,
): Promise<void> {
  await saveCentreSetting(ctx.database, ctx.centre.id, {
    setting,
    value,
    by: actorOf(ctx.viewer),
    at: ctx.clock(),
  })
}

/**
 * The standards of a centre: deadlines for bad reviews, and the weights of the monthly score with the months
 * from which they apply.
 */
export const standardsRouter = router({
  read: centreProcedure('figures.read')
    .input(ofCentre)
    .query(async ({ ctx }) => {
      const [deadlines, weights] = await Promise.all([
        readCentreSetting(ctx.database, ctx.centre.id, badReviewDeadlines),
        readCentreSetting(ctx.database, ctx.centre.id, redFlagWeights),
      ])
      return { deadlines: deadlines.value, weights: weights.value, weightsFrom: weights.from }
    }),
  badReviews: centreProcedure('rows.read')
    .input(followUpsSchema)
    .query(async ({ input: { period, filters }, ctx }) => {
      const { value: deadlines, from: deadlinesFrom } = await readCentreSetting(
        ctx.database,
        ctx.centre.id,
        badReviewDeadlines,
      )
      const context = { database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() }
      const followUps = await badReviewFollowUps(ctx.centre, { period, filters, deadlines }, context)
      return { ...followUps, deadlines, deadlinesFrom }
    }),
  setDeadlines: centreProcedure('targets.write', { audit: 'standards-set' })
    .input(ofCentre.extend({ deadlines: badReviewDeadlines.schema }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: badReviewDeadlines.name, details: { ...input.deadlines } })
      await save(ctx, badReviewDeadlines, input.deadlines)
    }),
  setWeights: centreProcedure('targets.write', { audit: 'standards-set' })
    .input(ofCentre.extend({ from: isoDay, weights: weightsSchema }))
    .mutation(async ({ input: { from, weights }, ctx }) => {
      ctx.note({ subject: redFlagWeights.name, details: { from, ...weights } })
      const first = textOfDay(monthStart(ctx.centre.hall.zone.localAt(ctx.clock().getTime()).day))
      if (from < first || !from.endsWith('-01')) throw new NamedError('weights-past', { from, first })
      const { value } = await readCentreSetting(ctx.database, ctx.centre.id, redFlagWeights)
      const by = actorOf(ctx.viewer)
      await save(ctx, redFlagWeights, withWeights(value, { from, weights, by }))
    }),
})
