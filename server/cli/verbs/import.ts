import type { Centre } from '../../centres/centre.ts'
import type { Config } from '../../config.ts'
import type { LoadResult } from '../../intake/jobs/request.ts'
import type { Weight } from '../../intake/propose/finding.ts'
import type { GivenForm } from '../../intake/read/form.ts'
import type { Mapping } from '../../intake/rows/mapping.ts'
import type { TargetName } from '../../intake/rows/targetNames.ts'
import type { Target } from '../../intake/targets/target.ts'
import type { Database } from '../../storage/database.ts'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { NamedError } from '#measures'
import { hashOfFile } from '../../intake/batch/hashOfFile.ts'
import { loadFile } from '../../intake/batch/loadFile.ts'
import { savedMapping, saveMapping } from '../../intake/jobs/savedMappings.ts'
import { findingText, weightOf } from '../../intake/propose/finding.ts'
import { look } from '../../intake/propose/look.ts'
import { readMapping } from '../../intake/rows/mapping.ts'
import { problemSentence } from '../../intake/rows/problems.ts'
import { targetNames } from '../../intake/rows/targetNames.ts'
import { importCalendar, parseYear } from '../../intake/targets/calendar.ts'
import { targets } from '../../intake/targets/index.ts'
import { warningWords } from '../../intake/targets/target.ts'
import { chooseCentre } from './chooseCentre.ts'
import { progressBar } from './progressBar.ts'
import { print, withDatabase } from './withDatabase.ts'

interface Asked {
  target: TargetName | 'calendar' | 'ocds'
  file: string
  map?: string
  centre?: string
  save?: string
  dryRun: boolean
  lookOnly: boolean
  sheet?: string
  /** Field → a value for every row. */
  constants: Record<string, string>
}

/** kind=review as a field and its value for every row. Errors: bad-arguments. */
function constantsOf(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map(text => {
      const place = text.indexOf('=')
      if (place < 1) throw new NamedError('bad-arguments', { argument: 'set', value: text })
      return [text.slice(0, place), text.slice(place + 1)]
    }),
  )
}

/** A mapping in which some fields have one value for every row, in place of a column. */
function withConstants(mapping: Mapping, constants: Record<string, string>): Mapping {
  const columns = Object.entries(mapping.columns).filter(([field]) => constants[field] === undefined)
  return {
    ...mapping,
    columns: Object.fromEntries(columns),
    constants: { ...mapping.constants, ...constants },
  }
}

const complain = (line: string): void => void process.stderr.write(`${line}\n`)

function asked(args: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'map': { type: 'string' },
      'centre': { type: 'string' },
      'save': { type: 'string' },
      'dry-run': { type: 'boolean' },
      'look': { type: 'boolean' },
      'sheet': { type: 'string' },
      'set': { type: 'string', multiple: true },
    },
  })
  const target = [...targetNames, 'calendar' as const, 'ocds' as const].find(name => name === positionals[0])
  if (!target) throw new NamedError('bad-arguments', { argument: 'target', value: positionals[0] ?? '' })
  if (positionals[1] === undefined) throw new NamedError('bad-arguments', { argument: 'FILE', value: '' })
  return {
    target,
    file: positionals[1],
    dryRun: values['dry-run'] ?? false,
    lookOnly: values.look ?? false,
    constants: constantsOf(values.set ?? []),
    ...(values.map !== undefined && { map: values.map }),
    ...(values.centre !== undefined && { centre: values.centre }),
    ...(values.save !== undefined && { save: values.save }),
    ...(values.sheet !== undefined && { sheet: values.sheet }),
  }
}

/** Reads a mapping from a file, or a saved one by name. */
async function givenMapping(
  database: Database,
  centre: Centre,
  { map, target }: Asked,
): Promise<Mapping | null> {
  if (map === undefined) return null
  const mapping = map.endsWith('.json')
    ? await readMapping(map)
    : (await savedMapping(database, centre, map)).mapping
  const wanted = target === 'ocds' ? 'trades' : target
  if (mapping.target !== wanted)
    throw new NamedError('mapping-invalid', {
      mapping: map,
      field: 'target',
      reason: `${mapping.target} ≠ ${wanted}`,
    })
  return mapping
}

const marks: Record<Weight, string> = { wrong: '!', guess: '?', unused: '-', sure: ' ' }

/** Prints a proposed mapping; guesses go to standard error, where a person sees them and a pipe does not. */
async function proposedMapping(
  database: Database,
  centre: Centre,
  { config, ask }: { config: Config; ask: Asked },
): Promise<{ mapping: Mapping; headers: string[] }> {
  const { target, file, sheet } = ask
  const form: GivenForm = {
    ...(target === 'ocds' && { format: 'ocds' }),
    ...(sheet === 'all' ? { sheets: 'all' } : sheet !== undefined && { sheet }),
  }
  const seen = await look(database, {
    file,
    name: path.basename(file),
    centre,
    limits: config.limits,
    now: config.clock(),
    form,
    ...(target === 'ocds' ? { target: 'trades' } : target !== 'calendar' && { target }),
  })
  for (const finding of seen.findings)
    complain(`${marks[weightOf(finding)]} ${findingText(finding, 'zh')} · ${findingText(finding, 'en')}`)
  if (!seen.mapping) throw new NamedError('file-not-recognised', { file: path.basename(file) })
  return { mapping: seen.mapping, headers: seen.headers }
}

function report(result: LoadResult, { fields }: Target): number {
  const { problems, problemGroups, warnings, ...counts } = result
  print(
    JSON.stringify({
      ...counts,
      problems: problemGroups.map(({ field, reason, count }) => ({ field, reason, count })),
      warnings: warnings.map(({ warning, count, rows, example }) => ({ warning, count, rows, example })),
    }),
  )
  for (const problem of problems)
    complain(`${problemSentence(problem, fields, 'zh')} · ${problemSentence(problem, fields, 'en')}`)
  for (const { warning, count, example } of warnings)
    complain(`! ${count} × ${example} ${warningWords[warning].zh} · ${warningWords[warning].en}`)
  return result.quarantined > 0 ? 4 : 0
}

async function loadAsked(database: Database, ask: Asked, config: Config): Promise<number> {
  const centre = await chooseCentre(database, ask.centre)
  const given = await givenMapping(database, centre, ask)
  const { headers, ...read } = given
    ? { mapping: given, headers: [] }
    : await proposedMapping(database, centre, { config, ask })
  const mapping = withConstants(read.mapping, ask.constants)
  if (ask.save !== undefined) {
    const kept = { name: ask.save, mapping, headers, byUser: 'command line', now: config.clock() }
    complain(`${ask.save} v${await saveMapping(database, centre, kept)}`)
  }
  if (ask.lookOnly) {
    print(JSON.stringify(mapping, null, 2))
    return 0
  }
  const bar = progressBar()
  const result = await loadFile(database, {
    file: ask.file,
    mapping,
    centre,
    limits: config.limits,
    fileName: path.basename(ask.file),
    fileHash: await hashOfFile(ask.file),
    byUser: 'command line',
    now: config.clock(),
    dryRun: ask.dryRun,
    onProgress: bar.show,
  }).finally(bar.clear)
  return report(result, targets[mapping.target])
}

async function loadCalendar(database: Database, ask: Asked, config: Config): Promise<number> {
  const centre = await chooseCentre(database, ask.centre)
  const fileHash = await hashOfFile(ask.file)
  const year = parseYear(await readFile(ask.file, 'utf8'))
  const result = await importCalendar(database, {
    year,
    centre,
    fileName: path.basename(ask.file),
    fileHash,
    byUser: 'command line',
    now: config.clock(),
    dryRun: ask.dryRun,
  })
  print(JSON.stringify(result))
  if (result.batchId > 0) complain('bw recompute --dry-run')
  return 0
}

/**
 * bw import TARGET FILE [--map M] [--centre C] [--save NAME] [--sheet NAME|all] [--set FIELD=VALUE] [--look]
 * [--dry-run]
 */
export async function importVerb(args: readonly string[], config: Config): Promise<number> {
  const ask = asked(args)
  return withDatabase(config, async database =>
    ask.target === 'calendar' ? loadCalendar(database, ask, config) : loadAsked(database, ask, config),
  )
}
