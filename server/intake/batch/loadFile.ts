import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { LoadRequest, LoadResult } from '../jobs/request.ts'
import type { Limits } from '../read/limits.ts'
import type { Mapping } from '../rows/mapping.ts'
import { headlinesByMonth, reportOf } from '../jobs/headlines.ts'
import { openSource } from '../read/open.ts'
import { loadBatch } from './loadBatch.ts'

/** A file on disk, its mapping, and who loads it. */
interface FileRequest extends Pick<
  LoadRequest,
  'fileName' | 'fileHash' | 'byUser' | 'now' | 'dryRun' | 'signal'
> {
  file: string
  mapping: Mapping
  centre: Centre
  limits: Limits
  onProgress?: (rows: number, share: number) => void
}

/**
 * Opens a file in the format of its mapping, or in the detected one, and loads it. Errors: those of opening
 * and of loading.
 */
export async function loadFile(
  database: Database,
  { file, onProgress, ...request }: FileRequest,
): Promise<LoadResult> {
  const { source, form } = await openSource(file, request.mapping, request.limits)
  const { format, encoding, delimiter } = form
  const loaded = { database, centre: request.centre, target: request.mapping.target, now: request.now }
  const before = request.dryRun ? new Map() : await headlinesByMonth(loaded)
  const result = await loadBatch(database, {
    ...request,
    source,
    mapping: { ...request.mapping, format, ...(format === 'csv' ? { encoding, delimiter } : {}) },
    onProgress: rows => {
      const { read, total } = source.progress()
      onProgress?.(rows, total > 0 ? read / total : 0)
    },
  })
  const report = request.dryRun || result.repeated ? null : await reportOf(loaded, result, before)
  return report ? { ...result, report } : result
}
