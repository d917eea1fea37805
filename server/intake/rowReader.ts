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
      return [{ field, place: null, constant, codes }]
    const column = mapping.columns[field.name]
    if (column === undefined) {
      if (field.required)
        throw new NamedError('mapping-invalid', { mapping: target.name, field: field.name, reason: 'a required field has no column' })
      return []
    }
    const place = headers.indexOf(column)
    if (place < 0)
      throw new NamedError('column-missing', { file: target.name, column, columns: headers.join(', ') })
    return [{ field, place, constant: '', codes }]
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
    return this.plans.map(plan => columnOf(plan.field))
  }

  /** Reads one record; a problem where it cannot be loaded. Members that the mapping lets in are added to the catalogue. */
  async read(record: readonly string[], row: number, catalogue: Catalogue): Promise<ReadRecord | Problem> {
    if (record.length !== this.width)
      return { row, field: '', value: String(record.length), reason: 'wrongColumns' }
    const mapped: Row = {}
    const texts: Record<string, string> = {}
    for (const plan of this.plans) {
      const raw = plan.place === null ? plan.constant : record[plan.place]?.trim() ?? ''
      const text = plan.codes[raw] ?? raw
      texts[plan.field.name] = text
      const parsed = parseField(text, plan.field, this.form)
      if ('reason' in parsed)
        return this.problem(row, plan.field, { text, reason: parsed.reason })
      mapped[columnOf(plan.field)] = parsed.value
    }
    const unresolved = await this.resolve(mapped, texts, catalogue)
    if (unresolved)
      return this.problem(row, unresolved, { text: texts[unresolved.name] ?? '', reason: 'unknownReference' })
    const key = this.target.keyOf ? this.target.keyOf(texts, mapped) : mapped[this.target.key]
    mapped[this.target.key] = key ?? null
    return { row, key: String(key), mapped }
  }

  private problem(row: number, field: Field, found: { text: string, reason: Reason }): Problem {
    return { row, field: field.name, value: found.text.slice(0, 200), reason: found.reason }
  }

  /** Replaces codes by ids; the first field whose code is not in the catalogue and may not be added. */
  private async resolve(mapped: Row, texts: Record<string, string>, catalogue: Catalogue): Promise<Field | null> {
    for (const { field } of this.plans) {
      const column = columnOf(field)
      if (field.reads !== 'reference' || !field.refersTo || mapped[column] === null)
        continue
      const code = texts[field.name] ?? ''
      const unitId = typeof mapped.unitId === 'number' ? mapped.unitId : this.unitAhead(texts, catalogue)
      const id = catalogue.idOf(field.refersTo, code) ?? (this.create.has(field.refersTo) ? await catalogue.add(field.refersTo, code, unitId) : null)
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
