import type pg from 'pg'
import type { LoadRequest, LoadResult } from './request.ts'
import { NamedError } from '#measures'

interface Pushed {
  id: number
  fileHash: string
  rows: number
  loaded: number
  unchanged: number
  corrected: number
  quarantined: number
  leftOut: number
}

/**
 * The result of an equal earlier push; null where there is none. Errors: push-key-reused where the key was
 * used with other rows.
 */
export async function pushedBefore(
  client: pg.ClientBase,
  { push, centre, fileHash }: LoadRequest,
): Promise<LoadResult | null> {
  if (!push) return null
  const result = await client.query<Pushed>(
    'SELECT * FROM "ImportBatch" WHERE "centreId" = $1 AND "source" = $2 AND "pushKey" = $3',
    [centre.id, push.source, push.key],
  )
  const [before] = result.rows
  if (!before) return null
  if (before.fileHash !== fileHash)
    throw new NamedError('push-key-reused', { key: push.key, batch: before.id })
  const { id, rows, loaded, unchanged, corrected, quarantined, leftOut } = before
  return {
    batchId: id,
    rows,
    loaded,
    unchanged,
    corrected,
    quarantined,
    leftOut,
    problems: [],
    problemGroups: [],
    warnings: [],
    seconds: {},
    repeated: true,
  }
}
