import type { RedFlagWeights, WeightsSince } from '../measures/redFlag.ts'
import type { CentreSetting } from './centreSettings.ts'
import { z } from 'zod'
import { integer, isoDay } from '../measures/inputs.ts'
import { redFlagParts } from '../measures/redFlag.ts'

const days = integer(0, 90)

/** The deadlines, in working days, for answering, calling back and rectifying a bad review. */
const deadlinesSchema = z.strictObject({ reply: days, callBack: days, rectify: days })
export type BadReviewDeadlines = z.infer<typeof deadlinesSchema>

/** Deadlines differ between places; the defaults are those of 浙江 and 眉山. */
export const badReviewDeadlines: CentreSetting<BadReviewDeadlines> = {
  name: 'bad-review-deadlines',
  schema: deadlinesSchema,
  usual: { reply: 1, callBack: 3, rectify: 15 },
}

const weight = integer(0, 100)
/** The weight of each part of a window's monthly score. */
export const weightsSchema: z.ZodType<RedFlagWeights> = z.strictObject(
  Object.fromEntries(redFlagParts.map(id => [id, weight])) as Record<
    (typeof redFlagParts)[number],
    typeof weight
  >,
)

const usualWeights: RedFlagWeights = {
  onTimeRate: 30,
  postCoverage: 20,
  attendanceRate: 20,
  ownGoodReviewRate: 20,
  examPassRate: 10,
}
const by = z.string().nullable()
const versionSchema = z.strictObject({ from: isoDay.nullable(), weights: weightsSchema, by })
/** The stored form of earlier versions: weights without the month from which they hold. */
const undated = weightsSchema.transform((weights): WeightsSince[] => [{ from: null, weights, by: null }])

/** The weights of the monthly score with the months from which they hold. */
export const redFlagWeights: CentreSetting<WeightsSince[]> = {
  name: 'red-flag-weights',
  schema: z.union([z.array(versionSchema).min(1), undated]),
  usual: [{ from: null, weights: usualWeights, by: null }],
}

/** Adds weights that hold from a month on; weights for that month or later are replaced. */
export const withWeights = (
  all: readonly WeightsSince[],
  { from, ...more }: WeightsSince & { from: string },
): WeightsSince[] => [...all.filter(since => since.from === null || since.from < from), { from, ...more }]
