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

/** What a look at a file shows before anything is loaded. */
export interface Look {
  form: Form
  headers: string[]
  /** Headings of columns that the load makes besides. */
  made: string[]
  /** The sheets of a workbook. */
  sheets: string[]
  /** The different texts of columns that have only a few. */
  texts: Record<string, string[]>
  /** The first rows as they are. */
  rows: SourceRecord[]
  /** Null where nothing was recognised and nothing was said. */
  target: TargetName | null
  mapping: Mapping | null
  /** The mapping of last time that is used, by its name or its batch; null where there is none. */
  kept: string | null
  findings: Finding[]
}

/** What is known before the look. */
interface LookRequest {
  file: string
  /** How the file is called by whoever sends it. */
  name?: string
  centre: Centre
  limits: Limits
  target?: TargetName
  form?: GivenForm
  /** The clock of the load; without it nothing is said of times that lie in the future. */
  now?: Date
  /** True where the mapping of last time is not wanted. */
  anew?: boolean
  /** Ends the look, such as when whoever asked has left. */
  signal?: AbortSignal | undefined
}

const fewTexts = 40
/** Where no clock is given, nothing lies in the future: the last day of the year 9998. */
const latest = 253_370_678_400_000
/** The different texts of so many columns are gathered at most. */
const listedColumns = 300
const previewed = 100
/** A preview has this many cells at most, however wide the file is. */
const previewedCells = 20_000

/**
 * The mapping that a file with the same headings had last: one saved by name, else that of the last
 * batch that was not undone.
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
  const found = saved ?? batch
  if (!found) return null
  return {
    mapping: parseMapping(found.mapping, 'saved'),
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

/** Different texts, in the order in which they first appear, of columns in which they repeat. */
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

/** 2004–2026 of the years of a calendar. */
const yearsOf = (years: readonly number[]): string =>
  years.length === 0 ? '—' : `${Math.min(...years)}–${Math.max(...years)}`

/** What a centre's working time is made from, to be checked by a person. */
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

/** So many columns are matched with fields; with each more, every field is compared once more. */
const mostMatched = 256

/**
 * Columns are matched by so many letters of their cells: what a number, a time, a code or a name is shows
 * in fewer. Every field is tried on every cell, so that without a bound long cells hold the server.
 */
const judgedLetters = 200

/** The first columns of a sample, and those beyond that a mapping of last time has, with short cells. */
function matchedPart(sample: Sample, earlier: Mapping | null): Sample {
  const known = new Set(Object.values(earlier?.columns ?? {}).flat())
  const places = [...sample.headers.keys()].filter(
    place => place < mostMatched || known.has(sample.headers[place] ?? ''),
  )
  return {
    headers: places.map(place => sample.headers[place] ?? ''),
    rows: sample.rows.map(cells => places.map(place => (cells[place] ?? '').slice(0, judgedLetters))),
  }
}

/** True where nothing was ever loaded into a centre, which is then to be checked first. */
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

/** How the file is read, as its mapping keeps it. */
function keptForm({ gzip: _, encoding, delimiter, ...shape }: Form): object {
  return isWorkbook(shape.format)
    ? shape
    : { ...shape, encoding, ...(shape.format === 'csv' && { delimiter }) }
}

/** A mapping that reads a file in its own form, whatever form the file of last time had. */
function withForm(mapping: Mapping, form: Form): Mapping {
  const rules = Object.entries(mapping).filter(([name]) => !(name in formShape))
  return parseMapping({ ...Object.fromEntries(rules), ...keptForm(form) }, 'proposal')
}

/**
 * Looks at a file: form, headings, first rows, what it seems to be and how it might be read. Loads
 * nothing. Findings come in the order in which they should be read. Errors: file-unreadable,
 * file-broken, file-too-large, file-kind, file-protected, load-cancelled.
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
