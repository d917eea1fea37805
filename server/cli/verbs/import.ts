import type { Centre } from '../../centres/centre.ts'
import type { Config } from '../../config.ts'
import type { TargetName } from '../../intake/mapping.ts'
import type { Database } from '../../storage/database.ts'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { centresOf } from '../../centres/centre.ts'
import { loadBatch } from '../../intake/loadBatch.ts'
import { plainMapping, readMapping, targetNames } from '../../intake/mapping.ts'
import { problemSentence } from '../../intake/problems.ts'
import { openCsvFile } from '../../intake/readCsv.ts'
import { targets } from '../../intake/targets/index.ts'
import { print, withDatabase } from './withDatabase.ts'

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
  }
  catch (cause) {
    throw new NamedError('file-unreadable', { file, reason: (cause as Error).message }, cause)
  }
  return hash.digest('hex')
}

function targetOf(name: string | undefined): TargetName {
  const found = targetNames.find(one => one === name)
  if (!found)
    throw new NamedError('bad-arguments', { argument: 'target', value: name ?? '' })
  return found
}

function progress(rows: number): void {
  if (process.stderr.isTTY)
    process.stderr.write(`\r${rows} …`)
}

/** bw import TARGET FILE [--map M] [--centre C] [--dry-run] */
export async function importVerb(args: readonly string[], config: Config): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { 'map': { type: 'string' }, 'centre': { type: 'string' }, 'dry-run': { type: 'boolean' } } })
  const target = targetOf(positionals[0])
  const file = positionals[1]
  if (file === undefined)
    throw new NamedError('bad-arguments', { argument: 'FILE', value: '' })
  const given = values.map === undefined ? null : await readMapping(values.map)
  if (given && given.target !== target)
    throw new NamedError('mapping-invalid', { mapping: values.map ?? '', field: 'target', reason: `${given.target} ≠ ${target}` })
  const fileHash = await hashOf(file)
  const source = await openCsvFile(file, given ?? { encoding: 'utf-8', delimiter: ',' })
  const mapping = given ?? plainMapping(target, source.headers, targets[target].fields)
  const result = await withDatabase(config, async (database) => {
    const centre = values.centre === undefined ? await onlyCentre(database) : await centresOf(database).find(values.centre)
    return loadBatch(database, { source, mapping, centre, fileName: path.basename(file), fileHash, byUser: 'command line', now: config.clock(), dryRun: values['dry-run'] ?? false, onProgress: progress })
  })
  const { problems, ...counts } = result
  print(JSON.stringify(counts))
  for (const problem of problems)
    process.stderr.write(`${problemSentence(problem, 'zh')} · ${problemSentence(problem, 'en')}\n`)
  return result.quarantined > 0 ? 4 : 0
}

async function onlyCentre(database: Database): Promise<Centre> {
  const all = await centresOf(database).all()
  const [only] = all
  if (!only || all.length > 1)
    throw new NamedError('bad-arguments', { argument: '--centre', value: all.map(centre => centre.code).join(' | ') })
  return only
}
