import type { CentreSetting } from '../centres/centreSettings.ts'
import type { Context } from '../context.ts'
import { z } from 'zod'
import { actorOf } from '../access/permissions.ts'
import { readCentreSetting, saveCentreSetting } from '../centres/centreSettings.ts'
import { badReviewDeadlines, redFlagWeights } from '../centres/standards.ts'
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

/** What a centre asks of itself: deadlines for bad reviews and the weights of the monthly score. */
export const standardsRouter = router({
  read: centreProcedure('figures.read')
    .input(ofCentre)
    .query(async ({ ctx }) => {
      const [deadlines, weights] = await Promise.all([
        readCentreSetting(ctx.database, ctx.centre.id, badReviewDeadlines),
        readCentreSetting(ctx.database, ctx.centre.id, redFlagWeights),
      ])
      return { deadlines: deadlines.value, weights: weights.value }
    }),
  badReviews: centreProcedure('rows.read')
    .input(followUpsSchema)
    .query(async ({ input: { period, filters }, ctx }) => {
      const { value: deadlines } = await readCentreSetting(ctx.database, ctx.centre.id, badReviewDeadlines)
      const context = { database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() }
      const found = await badReviewFollowUps(ctx.centre, { period, filters, deadlines }, context)
      return { ...found, deadlines }
    }),
  setDeadlines: centreProcedure('targets.write', { audit: 'standards-set' })
    .input(ofCentre.extend({ deadlines: badReviewDeadlines.schema }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: badReviewDeadlines.name, details: { ...input.deadlines } })
      await save(ctx, badReviewDeadlines, input.deadlines)
    }),
  setWeights: centreProcedure('targets.write', { audit: 'standards-set' })
    .input(ofCentre.extend({ weights: redFlagWeights.schema }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: redFlagWeights.name, details: { ...input.weights } })
      await save(ctx, redFlagWeights, input.weights)
    }),
})
