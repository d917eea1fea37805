import type { Due, DueGap, HallTime, Limit, Moment, Suspension } from '#measures'
import type { Row } from '../targets/target.ts'
import type { Value } from './field.ts'
import { dueOf, givenDue } from '#measures'
import { parseLimit } from './limitText.ts'
import { parseSuspensions } from './suspensions.ts'

/** The instants of a case with their precision. */
export interface CaseTimes {
  received: Moment | null
  accepted: Moment | null
  completed: Moment | null
  suspensions: Suspension[]
}

const momentOf = (at: Value | undefined, byDay: Value | undefined): Moment | null =>
  typeof at === 'number' ? { at, byDay: byDay === true } : null

/** Reads the instants of a row. */
export function timesOf(row: Row): CaseTimes {
  return {
    received: momentOf(row.receivedAt, row.receivedByDay),
    accepted: momentOf(row.acceptedAt, row.acceptedByDay),
    completed: momentOf(row.completedAt, row.completedByDay),
    suspensions: parseSuspensions(typeof row.suspensions === 'string' ? row.suspensions : null) ?? [],
  }
}

/** One of the two limits of a case: the due time in its row, and the limit by the row or by its item. */
interface Terms {
  given: Moment | null
  limit: Limit | null
}

/** The committed and the statutory limit by row and item. */
export function termsOf(
  row: Row,
  version: { committed: Limit | null; statutory: Limit | null } | null,
): { committed: Terms; statutory: Terms } {
  return {
    committed: {
      given: momentOf(row.givenCommittedDue, row.committedDueByDay),
      limit: parseLimit(row.givenCommittedLimit) ?? version?.committed ?? null,
    },
    statutory: {
      given: momentOf(row.givenStatutoryDue, row.statutoryDueByDay),
      limit: parseLimit(row.givenStatutoryLimit) ?? version?.statutory ?? null,
    },
  }
}

/** A due time in the file is used as it is; otherwise it is computed from the limit valid at acceptance. */
export function dueFor(hall: HallTime, times: CaseTimes, { given, limit }: Terms): Due | DueGap {
  if (given !== null) return givenDue(hall, given)
  const { accepted, suspensions } = times
  return dueOf(hall, accepted?.at ?? null, { limit, suspensions, acceptedByDay: accepted?.byDay ?? false })
}
