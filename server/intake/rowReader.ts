import type { Centre } from '../centres/centre.ts'
import type { Catalogue } from './catalogue.ts'
import type { Field } from './field.ts'
import type { Mapping } from './mapping.ts'
import type { ReadingForm } from './parseField.ts'
import type { Problem, Reason } from './problems.ts'
import type { Row, Target } from './target.ts'
import { NamedError } from '#measures'
import { columnOf } from './field.ts'
import { parseField, readingForm } from './parseField.ts'

/** A record that could be read: the columns that the file maps, and its key. */
export interface ReadRecord {
  row: number
  key: string
  mapped: Row
}

interface Plan {
  field: Field
  column: string
  /** Place of the column in the record; null for constants. */
  place: number | null
  constant: string
  codes: Record<string, string>
}

function plansFor(target: Target, mapping: Mapping, headers: readonly string[]): Plan[] {
  for (const name of [...Object.keys(mapping.columns), ...Object.keys(mapping.constants)]) {
    if (!target.fields.some(field => field.name === name))
      throw new NamedError('mapping-invalid', { mapping: target.name, field: name, reason: `not a field of ${target.name}` })
  }
  return target.fields.flatMap((field): Plan[] => {
    const codes = mapping.values[field.name] ?? {}
    const constant = mapping.constants[field.name]
    if (constant !== undefined)
      return [{ field, column: columnOf(field), place: null, constant, codes }]
    const column = mapping.columns[field.name]
    if (column === undefined) {
      if (field.required)
        throw new NamedError('mapping-invalid', { mapping: target.name, field: field.name, reason: 'a required field has no column' })
      return []
    }
    const place = headers.indexOf(column)
    if (place < 0)
      throw new NamedError('column-missing', { file: target.name, column, columns: headers.join(', ') })
    return [{ field, column: columnOf(field), place, constant: '', codes }]
  })
}

/** Turns records into rows of a target, one at a time. Errors at opening: mapping-invalid, column-missing. */
export class RowReader {
  private readonly plans: Plan[]
  private readonly form: ReadingForm
  private readonly width: number
  private readonly target: Target
  private readonly create: ReadonlySet<string>

  constructor(target: Target, mapping: Mapping, at: { headers: readonly string[], centre: Centre }) {
    this.target = target
    this.plans = plansFor(target, mapping, at.headers)
    this.form = readingForm(mapping, at.centre.hall.zone)
    this.width = at.headers.length
    this.create = new Set([...mapping.create, ...target.name === 'items' ? ['item'] : []])
  }

  /** True where reading a row may write to the catalogue. */
  get mayCreate(): boolean {
    return this.create.size > 0
  }

  /** The columns that this file fills. */
  get columns(): string[] {
    return this.plans.map(plan => plan.column)
  }

  /** Reads one record; a problem where it cannot be loaded. */
  read(record: readonly string[], row: number, catalogue: Catalogue): ReadRecord | Problem {
    const texts: Record<string, string> = {}
    const mapped = this.parse(record, row, texts)
    if ('reason' in mapped)
      return mapped as Problem
    const missing = this.resolve(mapped, texts, catalogue)
    return missing ? this.problem(row, missing, { text: texts[missing.name] ?? '', reason: 'unknownReference' }) : this.keyed(row, texts, mapped)
  }

  /** As `read`; members that the mapping lets in are added to the catalogue first. */
  async readCreating(record: readonly string[], row: number, catalogue: Catalogue): Promise<ReadRecord | Problem> {
    const texts: Record<string, string> = {}
    const mapped = this.parse(record, row, texts)
    if ('reason' in mapped)
      return mapped as Problem
    for (let missing = this.resolve(mapped, texts, catalogue); missing; missing = this.resolve(mapped, texts, catalogue)) {
      const { refersTo, name } = missing
      const unitId = typeof mapped.unitId === 'number' ? mapped.unitId : this.unitAhead(texts, catalogue)
      const added = refersTo && this.create.has(refersTo) ? await catalogue.add(refersTo, texts[name] ?? '', unitId) : null
      if (added === null)
        return this.problem(row, missing, { text: texts[name] ?? '', reason: 'unknownReference' })
    }
    return this.keyed(row, texts, mapped)
  }

  /** Texts become values, field by field, until one cannot be read. */
  private parse(record: readonly string[], row: number, texts: Record<string, string>): Row | Problem {
    if (record.length !== this.width)
      return { row, field: '', value: String(record.length), reason: 'wrongColumns' }
    const mapped: Row = {}
    for (const plan of this.plans) {
      const raw = plan.place === null ? plan.constant : record[plan.place]?.trim() ?? ''
      const text = plan.codes[raw] ?? raw
      texts[plan.field.name] = text
      const parsed = parseField(text, plan.field, this.form)
      if ('reason' in parsed)
        return this.problem(row, plan.field, { text, reason: parsed.reason })
      mapped[plan.column] = parsed.value
    }
    return mapped
  }

  private keyed(row: number, texts: Record<string, string>, mapped: Row): ReadRecord {
    const key = this.target.keyOf ? this.target.keyOf(texts, mapped) : mapped[this.target.key]
    mapped[this.target.key] = key ?? null
    return { row, key: String(key), mapped }
  }

  private problem(row: number, field: Field, found: { text: string, reason: Reason }): Problem {
    return { row, field: field.name, value: found.text.slice(0, 200), reason: found.reason }
  }

  /** Replaces codes by ids; the first field whose code is not in the catalogue. */
  private resolve(mapped: Row, texts: Record<string, string>, catalogue: Catalogue): Field | null {
    for (const { field, column } of this.plans) {
      if (field.reads !== 'reference' || !field.refersTo || typeof mapped[column] !== 'string')
        continue
      const id = catalogue.idOf(field.refersTo, texts[field.name] ?? '')
      if (id === null)
        return field
      mapped[column] = id
    }
    return null
  }

  /** An item may stand before its unit in the order of fields. */
  private unitAhead(texts: Record<string, string>, catalogue: Catalogue): number | null {
    return texts.unit === undefined ? null : catalogue.idOf('unit', texts.unit)
  }
}
