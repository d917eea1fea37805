import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { Mapping, TargetName } from '../mapping.ts'
import type { Form, GivenForm } from '../read/form.ts'
import type { Limits } from '../read/limits.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Finding } from './finding.ts'
import type { KnownMembers, Sample } from './propose.ts'
import { Catalogue } from '../catalogue.ts'
import { parseMapping } from '../mapping.ts'
import { detectForm } from '../read/detect.ts'
import { openFile } from '../read/open.ts'
import { lookIntoWorkbook } from '../read/xlsx/open.ts'
import { targets } from '../targets/index.ts'
import { sure } from './finding.ts'
import { guessTarget, propose } from './propose.ts'

/** What a look at a file shows before anything is loaded. */
export interface Look {
  form: Form
  headers: string[]
  /** The sheets of a workbook. */
  sheets: string[]
  /** The different texts of columns that have only a few. */
  texts: Record<string, string[]>
  /** The first rows as they are. */
  rows: SourceRecord[]
  /** Null where nothing was recognised and nothing was said. */
  target: TargetName | null
  mapping: Mapping | null
  findings: Finding[]
}

/** What is known before the look. */
export interface LookRequest {
  file: string
  centre: Centre
  limits: Limits
  target?: TargetName
  form?: GivenForm
}

const sampled = 1000
const fewTexts = 40
export const previewed = 100

async function sampleOf(file: string, form: Form, limits: Limits): Promise<{ headers: string[], records: SourceRecord[] }> {
  const source = await openFile(file, form, limits)
  const records: SourceRecord[] = []
  try {
    for await (const record of source.records) {
      records.push(record)
      if (records.length === sampled)
        break
    }
    return { headers: source.headers, records }
  }
  finally {
    await source.close()
  }
}

/** The mapping that a file with the same headings had last: one saved by name, else that of the last batch. */
async function lastMapping(database: Database, centre: Centre, { target, headers }: { target: TargetName, headers: string[] }): Promise<{ mapping: Mapping, name: string } | null> {
  const where = { centreId: centre.id, target, headers: { equals: headers } }
  const saved = await database.prisma.savedMapping.findFirst({ where, orderBy: { id: 'desc' } })
  const batch = saved ? null : await database.prisma.importBatch.findFirst({ where: { ...where, demo: false, committedAt: { not: null } }, orderBy: { id: 'desc' } })
  const found = saved ?? batch
  if (!found)
    return null
  return { mapping: parseMapping(found.mapping, 'saved'), name: saved ? `${saved.name} v${saved.version}` : `#${batch?.id ?? ''}` }
}

async function membersOf(database: Database, centre: Centre): Promise<KnownMembers> {
  const client = await database.pool.connect()
  try {
    const catalogue = await Catalogue.read(client, { centreId: centre.id, batchId: 0 })
    return { has: (kind, text) => catalogue.idOf(kind, text) !== null, any: kind => catalogue.any(kind) }
  }
  finally {
    client.release()
  }
}

/** Different texts, in the order in which they first appear, of columns in which they repeat. */
function repeatedTexts({ headers, rows }: Sample): Record<string, string[]> {
  return Object.fromEntries(headers.flatMap((header, place): [string, string[]][] => {
    const texts = [...new Set(rows.map(cells => cells[place]?.trim() ?? ''))].filter(text => text !== '')
    return texts.length <= fewTexts ? [[header, texts.map(text => text.slice(0, 200))]] : []
  }))
}

async function proposed(database: Database, { centre, form, target }: LookRequest, sample: Sample): Promise<Pick<Look, 'target' | 'mapping' | 'findings'>> {
  const chosen = target ?? (form?.format === 'ocds' ? 'trades' : guessTarget(sample))
  if (chosen === null)
    return { target: null, mapping: null, findings: [] }
  const last = await lastMapping(database, centre, { target: chosen, headers: [...sample.headers] })
  const { mapping, findings } = propose(targets[chosen], sample, { earlier: last?.mapping ?? null, members: await membersOf(database, centre) })
  return { target: chosen, mapping, findings: last ? [sure('fromLastTime', { name: last.name }), ...findings] : findings }
}

/** A package holds trades and bids; what is wanted decides which of them are read. */
const formFor = (form: Form, target: TargetName | undefined): Form => form.format === 'ocds' && target === 'bids' ? { ...form, format: 'ocdsBids' } : form

/** Looks at a file: form, headings, first rows, what it seems to be and how it might be read. Loads nothing. Errors: file-unreadable, file-broken, file-too-large. */
export async function look(database: Database, request: LookRequest): Promise<Look> {
  const { form: detected, findings } = await detectForm(request.file, request.form ?? {}, request.limits)
  const form = formFor(detected, request.target)
  const { headers, records } = await sampleOf(request.file, form, request.limits)
  const sample = { headers, rows: records.filter(record => record.broken === undefined).map(record => record.cells) }
  const found = await proposed(database, { ...request, form }, sample)
  const { format, encoding, delimiter, sheet, headerRow } = form
  const kept = format === 'csv' ? { format, encoding, delimiter, headerRow } : format === 'xlsx' ? { format, sheet, headerRow } : { format, encoding }
  return { form, headers, sheets: format === 'xlsx' ? (await lookIntoWorkbook(request.file, undefined, request.limits)).sheets : [], texts: repeatedTexts(sample), rows: records.slice(0, previewed), ...found, mapping: found.mapping && parseMapping({ ...found.mapping, ...JSON.parse(JSON.stringify(kept)) as object }, 'proposal'), findings: [...findings, ...found.findings] }
}
