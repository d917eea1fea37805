import { z } from 'zod'

/** Which members of a split are kept, by the value of the measure itself: rates as fractions, money in 分. */
export const thresholdSchema = z.strictObject({
  is: z.enum(['below', 'atMost', 'above', 'atLeast']),
  value: z.number(),
})
export type Threshold = z.output<typeof thresholdSchema>

/** Why a text gets no figure. */
export type Reason =
  'empty' | 'unknown' | 'notRecorded' | 'notSplit' | 'hidden' | 'notSupported' | 'future' | 'tooMuch'
