import type { Centre } from '../centres/centre.ts'
import type { SourceRecord } from '../intake/read/source.ts'
import type { Mapping } from '../intake/rows/mapping.ts'
import type { Row } from '../intake/targets/target.ts'
import type { Names } from '../model/index.ts'
import type { Database } from '../storage/database.ts'
import type { EntryTarget, FormField } from './forms.ts'
import { plainMapping } from '../intake/rows/mapping.ts'
import { reasonWords } from '../intake/rows/problems.ts'
import { RowReader } from '../intake/rows/rowReader.ts'
import { Catalogue } from '../intake/targets/catalogueRecords.ts'
import { targets } from '../intake/targets/index.ts'
import { textOfDay } from '../measures/index.ts'
import { factNamed, factNames } from '../model/index.ts'
import { usualRange } from '../query/usualRange.ts'
import { formOf, numberField } from './forms.ts'
import { lackingField } from './needed.ts'

/** The texts of a form by field. */
export type EntryValues = Record<string, string>

/** An error in a field, or a warning about an unusual value. */
export interface FieldRemark {
  field: string
  names: Names
  words: Names
}

/** A checked entry: its place and day, and its remarks. */
interface CheckedEntry {
  problem: FieldRemark | null
  unusual: FieldRemark[]
  unit: string | null
  window: string | null
  /** The first day of the record; null where it could not be parsed. */
  day: string | null
}

/** Converts an entry to a row as a file would contain it, with the mapping that reads it. */
export function fileRow(
  target: EntryTarget,
  values: EntryValues,
  id: number,
): { headers: string[]; record: SourceRecord; mapping: Mapping } {
  const number = numberField(target)
  const names = formOf(target).map(field => field.name)
  const headers = [...(number === null ? [] : [number]), ...names]
  const cells = [...(number === null ? [] : [`TB-${id}`]), ...names.map(name => values[name] ?? '')]
  return {
    headers,
    record: { row: 1, cells },
    mapping: plainMapping(target, headers, targets[target].fields),
  }
}

function codeOf(ids: ReadonlyMap<string, number>, id: unknown): string | null {
  for (const [code, memberId] of ids) if (memberId === id) return code
  return null
}

/** By what factor a number may exceed the usual range before a confirmation is required. */
const beyond = 1.5

async function unusualValues(
  database: Database,
  target: EntryTarget,
  { centreId, row, day }: { centreId: number; row: Row; day: string },
): Promise<FieldRemark[]> {
  const name = factNames.find(name => name === targets[target].fact)
  if (!name) return []
  const fact = factNamed(name)
  const remarks = await Promise.all(
    formOf(target).map(async (field): Promise<FieldRemark | null> => {
      const column =
        targets[target].fields.find(candidate => candidate.name === field.name)?.column ?? field.name
      const value = row[column]
      const bounded = field.kind !== 'number' || (field.most !== undefined && field.most <= 10)
      if (bounded || typeof value !== 'number' || !fact.columns[column]) return null
      const windowId = typeof row.windowId === 'number' ? row.windowId : null
      const kind = typeof row.kind === 'string' ? row.kind : null
      const usual = await usualRange(database, fact, { centreId, column, until: day, windowId, kind })
      if (!usual || (value <= usual.high * beyond && value >= usual.low / beyond)) return null
      return remarkOfUsual(field, value, usual)
    }),
  )
  return remarks.filter(remark => remark !== null)
}

function remarkOfUsual(
  field: FormField,
  value: number,
  { low, high }: { low: number; high: number },
): FieldRemark {
  return {
    field: field.name,
    names: field.names,
    words: {
      zh: `平时为 ${low}–${high}，确认 ${value}？`,
      en: `is usually ${low} to ${high}; is ${value} right?`,
    },
  }
}

const nowhere = { unusual: [], unit: null, window: null, day: null }

/** A parsed row with the defaults for missing fields. */
function withDefaults(target: EntryTarget, mapped: Row): Row {
  const filled = Object.entries(mapped).filter(([, value]) => value !== null)
  return { ...mapped, ...targets[target].defaults, ...Object.fromEntries(filled) }
}

/** The values of an entry with its place and day; `id` tells apart the entries of a sheet. */
interface Entered {
  centre: Centre
  target: EntryTarget
  values: EntryValues
  now: Date
  id: number
}

/** Parses an entry as the intake would, and returns errors and warnings about its fields. */
export async function checkEntry(
  database: Database,
  { centre, target, values, now, id }: Entered,
): Promise<CheckedEntry> {
  const { headers, record, mapping } = fileRow(target, values, id)
  const client = await database.pool.connect()
  try {
    const catalogue = await Catalogue.read(client, { centreId: centre.id, batchId: 0 })
    const read = new RowReader(targets[target], mapping, { headers, centre, now: now.getTime() }).read(
      record,
      catalogue,
    )
    const remark = (name: string, reason: keyof typeof reasonWords): FieldRemark => ({
      field: name,
      names: targets[target].fields.find(field => field.name === name)?.names ?? { zh: name, en: name },
      words: reasonWords[reason],
    })
    if (read === 'leftOut') return { ...nowhere, problem: remark('', 'required') }
    if ('reason' in read) return { ...nowhere, problem: remark(read.field, read.reason) }
    const row = withDefaults(target, read.mapped)
    const lacking = lackingField(target, row)
    const wrong =
      targets[target].derive(row, { centre, catalogue }) ??
      (lacking === null ? null : { field: lacking, reason: 'required' as const })
    const { ids } = catalogue.known
    const first = row.givenDay ?? row.day
    const day = typeof first === 'number' ? textOfDay(first) : null
    return {
      problem: wrong ? remark(wrong.field, wrong.reason) : null,
      unusual:
        wrong || day === null ? [] : await unusualValues(database, target, { centreId: centre.id, row, day }),
      unit: codeOf(ids.unit, row.unitId),
      window: codeOf(ids.window, row.windowId),
      day,
    }
  } finally {
    client.release()
  }
}
