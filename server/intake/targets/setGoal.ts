import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { LoadResult } from '../jobs/request.ts'
import { NamedError } from '#measures'
import { hashOf } from '../../common/canonical.ts'
import { loadBatch } from '../batch/loadBatch.ts'
import { openObjects } from '../read/jsonLines.ts'
import { plainMapping } from '../rows/mapping.ts'
import { targets } from './index.ts'

/** A goal as typed: money in 元, shares in per cent, other values unchanged; both dates included. */
interface NewGoal {
  measure: string
  value: string
  validFrom: string
  validTo: string
  unit?: string | undefined
  window?: string | undefined
}

/**
 * Sets one goal as a file of goals would: it is checked and loaded as a batch of its own, which can be
 * undone. A goal for the same measure, place and dates is corrected. Errors: bad-question for a row that a
 * file load would refuse; nothing is written then.
 */
export async function setGoal(
  database: Database,
  centre: Centre,
  set: { goal: NewGoal; byUser: string; now: Date },
): Promise<LoadResult> {
  const row: Record<string, string> = Object.fromEntries(
    Object.entries(set.goal).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  )
  const loaded = async (dryRun: boolean): Promise<LoadResult> => {
    const source = openObjects([row], [])
    return loadBatch(database, {
      source,
      mapping: plainMapping('targets', source.headers, targets.targets.fields),
      centre,
      fileName: 'target',
      fileHash: hashOf(row),
      byUser: set.byUser,
      now: set.now,
      dryRun,
    })
  }
  const [problem] = (await loaded(true)).problems
  if (problem)
    throw new NamedError('bad-question', {
      field: problem.field,
      value: problem.value || (row[problem.field] ?? ''),
    })
  return loaded(false)
}
