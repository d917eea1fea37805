import type { LoadResult } from '../../server/intake/jobs/request.ts'
import type { Look } from '../../server/intake/propose/look.ts'
import type { GivenForm } from '../../server/intake/read/form.ts'
import type { Mapping, MappingInput } from '../../server/intake/rows/mapping.ts'
import type { TargetName } from '../../server/intake/rows/targetNames.ts'
import type { Database } from '../../server/storage/database.ts'
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { centresOf } from '../../server/centres/centre.ts'
import { hashOfFile } from '../../server/intake/batch/hashOfFile.ts'
import { loadFile } from '../../server/intake/batch/loadFile.ts'
import { look } from '../../server/intake/propose/look.ts'
import { defaultLimits } from '../../server/intake/read/limits.ts'
import { parseMapping } from '../../server/intake/rows/mapping.ts'
import { testNow } from './load.ts'
import { temporaryFolder } from './temporaryFolder.ts'

/** Real public files, which are not part of the product. */
export const sharedData = path.resolve(import.meta.dirname, '../../../shared/data')
export const hasSharedData = existsSync(sharedData)

/** Writes a temporary file and returns its path. */
export function temporaryFile(name: string, content: string | Uint8Array): string {
  const file = path.join(temporaryFolder('brightwindow-file-'), name)
  writeFileSync(file, content)
  return file
}

/** Inspects a file as the wizard and the command line do. */
export async function lookAt(
  database: Database,
  centre: string,
  asked: { file: string; name?: string; target?: TargetName; form?: GivenForm; now?: Date },
): Promise<Look> {
  return look(database, { ...asked, centre: await centresOf(database).find(centre), limits: defaultLimits })
}

/** Loads a file with its proposed mapping, with corrections by the test. */
export async function loadProposed(
  database: Database,
  centre: string,
  asked: {
    file: string
    target: TargetName
    form?: GivenForm
    correct?: (mapping: MappingInput) => MappingInput
    dryRun?: boolean
    now?: Date
  },
): Promise<LoadResult> {
  const seen = await lookAt(database, centre, {
    file: asked.file,
    target: asked.target,
    ...(asked.form && { form: asked.form }),
    ...(asked.now && { now: asked.now }),
  })
  const mapping: Mapping = asked.correct
    ? parseMapping(asked.correct(structuredClone(seen.mapping!)), 'corrected')
    : seen.mapping!
  return loadFile(database, {
    file: asked.file,
    mapping,
    centre: await centresOf(database).find(centre),
    limits: defaultLimits,
    fileName: path.basename(asked.file),
    fileHash: await hashOfFile(asked.file),
    byUser: 'test',
    now: asked.now ?? testNow,
    dryRun: asked.dryRun ?? false,
  })
}

/** True where every row went to exactly one place. */
export function addsUp({ rows, loaded, unchanged, corrected, quarantined, leftOut }: LoadResult): boolean {
  return rows === loaded + unchanged + corrected + quarantined + leftOut
}
