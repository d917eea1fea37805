import { z } from 'zod'

/** A threshold for members by the value of the measure: rates as fractions, money in 分. */
export const thresholdSchema = z.strictObject({
  is: z.enum(['below', 'atMost', 'above', 'atLeast']),
  value: z.number(),
})
export type Threshold = z.output<typeof thresholdSchema>

/** The reasons for refusing a text. */
export type Reason =
  'empty' | 'unknown' | 'notRecorded' | 'notSplit' | 'hidden' | 'notSupported' | 'future' | 'tooMuch'
