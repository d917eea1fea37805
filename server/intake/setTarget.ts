import type { Centre } from '../centres/centre.ts'
import type { Database } from '../storage/database.ts'
import type { LoadResult } from './request.ts'
import { NamedError } from '#measures'
import { hashOf } from '../canonical.ts'
import { loadBatch } from './loadBatch.ts'
import { plainMapping } from './mapping.ts'
import { openObjects } from './read/jsonLines.ts'
import { targets } from './targets/index.ts'

/** A target as somebody types it: money in 元, shares in per cent, everything else as it is; both dates included. */
export interface NewTarget { measure: string, value: string, validFrom: string, validTo: string, unit?: string | undefined, window?: string | undefined }

/**
 * Sets one target the way a list of them would be loaded: checked first, in a batch of its own, undoable. A target for the same measure, place and
 * dates is corrected. Errors: bad-question for what a list would set aside, and then nothing is written.
 */
export async function setTarget(database: Database, centre: Centre, set: { target: NewTarget, byUser: string, now: Date }): Promise<LoadResult> {
  const row: Record<string, string> = Object.fromEntries(Object.entries(set.target).flatMap(([name, value]) => typeof value === 'string' && value !== '' ? [[name, value]] : []))
  const loaded = async (dryRun: boolean): Promise<LoadResult> => {
    const source = openObjects([row], [])
    return loadBatch(database, { source, mapping: plainMapping('targets', source.headers, targets.targets.fields), centre, fileName: 'target', fileHash: hashOf(row), byUser: set.byUser, now: set.now, dryRun })
  }
  const [problem] = (await loaded(true)).problems
  if (problem)
    throw new NamedError('bad-question', { field: problem.field, value: problem.value || (row[problem.field] ?? '') })
  return loaded(false)
}
