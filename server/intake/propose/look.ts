import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Form, GivenForm } from '../read/form.ts'
import type { Limits } from '../read/limits.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { TargetName } from '../rows/targetNames.ts'
import type { KnownCatalogue } from '../targets/knownCatalogue.ts'
import type { Finding } from './finding.ts'
import type { Sample } from './propose.ts'
import type { SampledFile } from './sampleFile.ts'
import { setImmediate as pause } from 'node:timers/promises'
import { rehearse } from '../batch/rehearse.ts'
import { formShape, isWorkbook } from '../read/form.ts'
import { madeKindHeading } from '../rows/kindColumns.ts'
import { madeHeadings, madeKeyHeading } from '../rows/madeRows.ts'
import { parseMapping } from '../rows/mapping.ts'
import { Catalogue } from '../targets/catalogueRecords.ts'
import { targets } from '../targets/index.ts'
import { announced, withAnnounced } from './announced.ts'
import { guess, ordered } from './finding.ts'
import { guessTarget, propose } from './propose.ts'
import { sampleApart } from './sampleApart.ts'

/** The result of inspecting a file before it is loaded. */
export interface Look {
  form: Form
  headers: string[]
  /** Headings of columns that the load would generate. */
  made: string[]
  /** The sheets of a workbook. */
  sheets: string[]
  /** The distinct texts of columns with only a few. */
  texts: Record<string, string[]>
  /** The first rows, unchanged. */
  rows: SourceRecord[]
  /** Null where no target was recognised or given. */
  target: TargetName | null
  mapping: Mapping | null
  /** The mapping from last time that is used, by its name or batch; null where there is none. */
  kept: string | null
  findings: Finding[]
}

/** The input of the inspection. */
interface LookRequest {
  file: string
  /** The file's name as given by the sender. */
  name?: string
  centre: Centre
  limits: Limits
  target?: TargetName
  form?: GivenForm
  /** The clock of the load; without it, times in the future are not reported. */
  now?: Date
  /** True to ignore the mapping from last time. */
  anew?: boolean
  /** Cancels the inspection, such as when the client has left. */
  signal?: AbortSignal | undefined
}

const fewTexts = 40
/** Without a clock, nothing lies in the future: the last day of the year 9998. */
const latest = 253_370_678_400_000
/** The most columns whose distinct texts are collected. */
const listedColumns = 300
const previewed = 100
/** The most cells of a preview, however wide the file is. */
const previewedCells = 20_000

/**
 * The last mapping of a file with the same headings: one saved by name, else that of the last batch that was
 * not undone.
 */
async function lastMapping(
  database: Database,
  centre: Centre,
  { target, headers }: { target: TargetName; headers: string[] },
): Promise<{ mapping: Mapping; name: string } | null> {
  const withMade = [[], [madeKeyHeading], [madeKindHeading], [madeKindHeading, madeKeyHeading]]
  const asLoaded = withMade.map(made => ({ headers: { equals: [...headers, ...made] } }))
  const where = { centreId: centre.id, target, OR: asLoaded }
  const saved = await database.prisma.savedMapping.findFirst({ where, orderBy: { id: 'desc' } })
  const batch = saved
    ? null
    : await database.prisma.importBatch.findFirst({
        where: { ...where, demo: false, committedAt: { not: null }, undoneAt: null },
        orderBy: { id: 'desc' },
      })
  const former = saved ?? batch
  if (!former) return null
  return {
    mapping: parseMapping(former.mapping, 'saved'),
    name: saved ? `${saved.name} v${saved.version}` : `#${batch?.id ?? ''}`,
  }
}

async function catalogueOf(database: Database, centre: Centre): Promise<KnownCatalogue> {
  const client = await database.pool.connect()
  try {
    return await Catalogue.read(client, { centreId: centre.id, batchId: 0 })
  } finally {
    client.release()
  }
}

/** The distinct texts of columns in which they repeat, in order of first appearance. */
function repeatedTexts({ headers, rows }: Sample): Record<string, string[]> {
  return Object.fromEntries(
    headers.slice(0, listedColumns).flatMap((header, place): [string, string[]][] => {
      const texts = [...new Set(rows.map(cells => cells[place]?.trim() ?? ''))].filter(text => text !== '')
      return texts.length <= fewTexts ? [[header, texts.map(text => text.slice(0, 200))]] : []
    }),
  )
}

const clockTime = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** Formats the years of a calendar: 2004–2026. */
const yearsOf = (years: readonly number[]): string =>
  years.length === 0 ? '—' : `${Math.min(...years)}–${Math.max(...years)}`

/** The data behind a centre's working time, for a person to check. */
function clockOf({ hall }: Centre): Record<string, string> {
  const { zone, published, timetables } = hall.plain
  const hours = timetables.at(-1)
  const spans = hours && [
    [hours.morningStart, hours.morningEnd],
    [hours.afternoonStart, hours.afternoonEnd],
  ]
  return {
    zone,
    calendar: published === null ? '—' : yearsOf([...published.years]),
    hours: spans?.map(span => span.map(clockTime).join('–')).join(', ') ?? '—',
  }
}

/** The most columns that are matched with fields, because the cost grows with each. */
const mostMatched = 256

/**
 * The most characters per cell used for matching: a number, a time, a code or a name is recognised by fewer.
 * Without a limit, long cells would block the server, because every field is tried on every cell.
 */
const judgedLetters = 200

/**
 * The part of a sample used for matching: the first columns and those of the mapping from last time, with
 * shortened cells.
 */
function matchedPart(sample: Sample, earlier: Mapping | null): Sample {
  const columns = new Set(Object.values(earlier?.columns ?? {}).flat())
  const places = [...sample.headers.keys()].filter(
    place => place < mostMatched || columns.has(sample.headers[place] ?? ''),
  )
  return {
    headers: places.map(place => sample.headers[place] ?? ''),
    rows: sample.rows.map(cells => places.map(place => (cells[place] ?? '').slice(0, judgedLetters))),
  }
}

/** Whether nothing was ever loaded into a centre. Its settings should then be checked first. */
async function isNew(database: Database, centre: Centre): Promise<boolean> {
  const where = { centreId: centre.id, committedAt: { not: null } }
  return (await database.prisma.importBatch.findFirst({ where, select: { id: true } })) === null
}

async function proposed(
  database: Database,
  { centre, form, target, now, name, anew = false }: LookRequest,
  { above, records, ...sample }: Sample & { above: string[]; records: readonly SourceRecord[] },
): Promise<Pick<Look, 'target' | 'mapping' | 'findings' | 'kept'>> {
  const titles = [form?.sheet ?? '', name ?? ''].filter(text => text !== '')
  const guessed = (): TargetName | null => guessTarget(matchedPart(sample, null), [...above, ...titles])
  await pause()
  const chosen = target ?? (form?.format === 'ocds' ? 'trades' : guessed())
  if (chosen === null) return { target: null, mapping: null, findings: [], kept: null }
  const headings = [...sample.headers]
  const last = anew ? null : await lastMapping(database, centre, { target: chosen, headers: headings })
  const catalogue = await catalogueOf(database, centre)
  await pause()
  const { mapping, findings } = propose(targets[chosen], matchedPart(sample, last?.mapping ?? null), {
    earlier: last?.mapping ?? null,
    members: { has: (kind, text) => catalogue.idOf(kind, text) !== null, any: kind => catalogue.any(kind) },
    above,
    titles,
    ...(now && { today: centre.hall.zone.localAt(now.getTime()).day }),
    currency: centre.currency,
  })
  const { headers } = sample
  const rehearsal = await rehearse(
    { target: targets[chosen], mapping, headers, records },
    { centre, catalogue, now: now ?? new Date(latest) },
  )
  return {
    target: chosen,
    mapping,
    kept: last?.name ?? null,
    findings: [
      ...((await isNew(database, centre)) ? [guess('newCentre', clockOf(centre))] : []),
      ...(target === undefined ? [guess('targetGuess', { chosen: targets[chosen].names })] : []),
      ...(last ? [guess('fromLastTime', { name: last.name })] : []),
      ...withAnnounced(
        findings,
        announced(rehearsal, { mapping, target: targets[chosen], currency: centre.currency }),
      ),
    ],
  }
}

function readingFindings({ headers, records, merged, cut }: SampledFile): Finding[] {
  const count = headers.length
  const hidden = records.filter(record => record.hidden === true).length
  return [
    ...(count > mostMatched ? [guess('wideFile', { count, most: mostMatched })] : []),
    ...(cut ? [guess('longFile', { count: records.length })] : []),
    ...(hidden > 0 ? [guess('hiddenRows', { count: hidden })] : []),
    ...Array.from(merged, ([column, cells]) => guess('mergedCells', { column, count: cells })),
  ]
}

/** The form of the file, as its mapping stores it. */
function storedForm({ gzip: _, encoding, delimiter, ...shape }: Form): object {
  return isWorkbook(shape.format)
    ? shape
    : { ...shape, encoding, ...(shape.format === 'csv' && { delimiter }) }
}

/** A mapping with the form of this file instead of that of last time. */
function withForm(mapping: Mapping, form: Form): Mapping {
  const rules = Object.entries(mapping).filter(([name]) => !(name in formShape))
  return parseMapping({ ...Object.fromEntries(rules), ...storedForm(form) }, 'proposal')
}

/**
 * Inspects a file: form, headings, first rows, probable target and proposed mapping. Loads nothing. Findings
 * are in reading order. Errors: file-unreadable, file-broken, file-too-large, file-kind, file-protected,
 * load-cancelled.
 */
export async function look(database: Database, request: LookRequest): Promise<Look> {
  const { file, form: given = {}, target, limits, signal } = request
  const read = await sampleApart({ file, form: given, target, limits }, signal)
  const { form, headers, records } = read
  const sample = {
    headers,
    rows: records.filter(record => record.broken === undefined).map(record => record.cells),
    above: read.above,
  }
  const seen = await proposed(database, { ...request, form }, { ...sample, records })
  const shown = Math.min(previewed, Math.max(3, Math.floor(previewedCells / Math.max(1, headers.length))))
  return {
    form,
    headers,
    made: seen.mapping === null ? [] : madeHeadings(seen.mapping),
    sheets: read.sheets,
    texts: repeatedTexts(sample),
    rows: records.slice(0, shown),
    target: seen.target,
    kept: seen.kept,
    mapping: seen.mapping && withForm(seen.mapping, form),
    findings: ordered([...read.findings, ...readingFindings(read), ...seen.findings]),
  }
}
