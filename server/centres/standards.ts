import type { CentreSetting } from './centreSettings.ts'
import { z } from 'zod'
import { integer } from '../measures/inputs.ts'
import { redFlagParts } from '../measures/redFlag.ts'

const days = integer(0, 90)

/** Within how many working days a bad review is answered, called back and rectified. */
const deadlinesSchema = z.strictObject({ reply: days, callBack: days, rectify: days })
export type BadReviewDeadlines = z.infer<typeof deadlinesSchema>

/** The deadlines vary from place to place; those of 浙江 and 眉山 are the usual ones here. */
export const badReviewDeadlines: CentreSetting<BadReviewDeadlines> = {
  name: 'bad-review-deadlines',
  schema: deadlinesSchema,
  usual: { reply: 1, callBack: 3, rectify: 15 },
}

const weight = integer(0, 100)
const weightsSchema = z.strictObject(
  Object.fromEntries(redFlagParts.map(id => [id, weight])) as Record<
    (typeof redFlagParts)[number],
    typeof weight
  >,
)

/** What each part of the monthly score of a window weighs. */
export const redFlagWeights: CentreSetting<z.infer<typeof weightsSchema>> = {
  name: 'red-flag-weights',
  schema: weightsSchema,
  usual: { onTimeRate: 30, postCoverage: 20, attendanceRate: 20, ownGoodReviewRate: 20, examPassRate: 10 },
}
