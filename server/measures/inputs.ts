import { z } from 'zod'
import { firstYear, lastYear } from '../common/day.ts'

/** The largest number that a column of integers holds. */
const mostInteger = 2_147_483_647

/** A whole number from outside that fits a database column, of at most `most` where given. */
export const integer = (least: number, most = mostInteger) => z.int().min(least).max(most)

/**
 * A cell of a table from outside that is written to a file and stored nowhere: text, any finite number, or
 * null.
 */
export const figureCell = z.union([z.string().max(4000), z.number(), z.null()])

/** A day from outside, such as 2012-08-08. */
export const isoDay = z.iso
  .date()
  .refine(text => text >= String(firstYear) && text < String(lastYear + 1), { error: 'year' })

/** The id of a stored record, such as a batch or a briefing. */
export const recordNumber = integer(1)

/** The id of a record in an address; 0, which no record has, for anything else. */
export function recordNumberIn(text: string | undefined): number {
  return recordNumber.safeParse(/^\d{1,10}$/.test(text ?? '') ? Number(text) : 0).data ?? 0
}
