import type { Centre } from '../../centres/centre.ts'
import type { SourceRecord } from '../read/source.ts'
import type { Kind, KnownCatalogue } from '../targets/knownCatalogue.ts'
import type { Row, Target } from '../targets/target.ts'
import type { Field } from './field.ts'
import type { Mapping } from './mapping.ts'
import type { MoneyUnit } from './moneyText.ts'
import type { Problem, Reason } from './problems.ts'
import type { FieldPlan, LeaveOutPlan } from './rowPlan.ts'
import { columnsOf } from './field.ts'
import { plainWidth } from './keyText.ts'
import { moneyUnits } from './moneyText.ts'
import { longestKey, parseField } from './parseField.ts'
import { leaveOutPlans, plansFor } from './rowPlan.ts'

/** A parsed record: the columns that the file maps, and its key. */
export interface ReadRecord {
  row: number
  key: string
  mapped: Row
  /** Whether money lost a fraction of a 分, as the mapping allows. */
  rounded: boolean
  /** A name that was dropped for its invalid characters, while the row is loaded. */
  refusedName?: string
}

/** The result of one record. */
export type Outcome = ReadRecord | Problem | 'leftOut'

/** A catalogue to which a file may add members; a member that needs a unit and has none gets no id. */
interface GrowingCatalogue extends KnownCatalogue {
  add: (kind: Exclude<Kind, 'staff'>, code: string, unitId: number | null) => Promise<number | null>
}

/** The state of parsing one record. */
interface PartialRow {
  row: number
  texts: Record<string, string>
  mapped: Row
  rounded: boolean
  refusedName?: string
}

const isUnit = (text: string | undefined): text is MoneyUnit =>
  text !== undefined && (moneyUnits as string[]).includes(text)

const orderOf = ({ field }: FieldPlan): number =>
  ['unit', 'window', 'item', 'staff'].indexOf(field.refersTo ?? 'staff')

/**
 * Parses records into rows of a target, one at a time. Errors of the constructor: mapping-invalid,
 * column-missing.
 */
export class RowReader {
  private readonly plans: FieldPlan[]
  private readonly references: FieldPlan[]
  private readonly leaveOut: LeaveOutPlan[]
  private readonly unitPlan: FieldPlan | undefined
  private readonly width: number
  private readonly blank: Row
  private readonly target: Target
  private readonly create: ReadonlySet<string>

  constructor(
    target: Target,
    mapping: Mapping,
    at: { headers: readonly string[]; centre: Centre; now: number },
  ) {
    this.target = target
    const plans = plansFor(target, mapping, at)
    this.plans = plans.filter(plan => !plan.field.transient)
    // A new unit must be added before its window, and both before the item.
    this.references = this.plans
      .filter(plan => plan.field.reads === 'reference')
      .toSorted((a, b) => orderOf(a) - orderOf(b))
    this.unitPlan = plans.find(plan => plan.field.transient)
    this.blank = Object.fromEntries(this.columns.map(column => [column, null]))
    this.leaveOut = leaveOutPlans(mapping, at.headers)
    this.width = at.headers.length
    this.create = new Set([...mapping.create, ...(target.name === 'items' ? ['item'] : [])])
  }

  /** Whether parsing a row may write to the catalogue. */
  get mayCreate(): boolean {
    return this.create.size > 0
  }

  /** The columns that this file fills. */
  get columns(): string[] {
    return this.plans.flatMap(plan => Object.keys(columnsOf(plan.field)))
  }

  /** Parses one record; returns a problem where it cannot be loaded. */
  read(record: SourceRecord, catalogue: KnownCatalogue): Outcome {
    const reading = this.parse(record)
    if (reading === 'leftOut' || 'reason' in reading) return reading
    const missing = this.resolve(reading, catalogue)
    return missing ? this.unresolved(reading, missing) : this.keyed(reading)
  }

  /** As `read`, but first adds the catalogue members that the mapping allows. */
  async readCreating(record: SourceRecord, catalogue: GrowingCatalogue): Promise<Outcome> {
    const reading = this.parse(record)
    if (reading === 'leftOut' || 'reason' in reading) return reading
    for (
      let missing = this.resolve(reading, catalogue);
      missing;
      missing = this.resolve(reading, catalogue)
    ) {
      const { refersTo, name } = missing
      const unitId =
        typeof reading.mapped.unitId === 'number'
          ? reading.mapped.unitId
          : this.unitAhead(reading.texts, catalogue)
      if (!refersTo || refersTo === 'staff' || !this.create.has(refersTo))
        return this.unresolved(reading, missing)
      const text = reading.texts[name] ?? ''
      if ((await catalogue.add(refersTo, text, unitId)) === null)
        return this.problem(reading.row, missing, { text, reason: 'needsUnit' })
    }
    return this.keyed(reading)
  }

  private textOf({ places, constant, missing, codes }: FieldPlan, cells: readonly string[]): string {
    const [first] = places
    const raw =
      first === undefined
        ? constant
        : places.length === 1
          ? (cells[first]?.trim() ?? '')
          : places.map(place => cells[place]?.trim() ?? '').join('/')
    return missing.size > 0 && missing.has(raw) ? '' : codes.size > 0 ? (codes.get(raw) ?? raw) : raw
  }

  /** Parses texts field by field, until one fails. */
  private parse({ row, cells, broken, superseded }: SourceRecord): PartialRow | Problem | 'leftOut' {
    if (superseded === true) return 'leftOut'
    if (broken !== undefined) return { row, field: '', value: (cells[0] ?? '').slice(0, 200), reason: broken }
    if (cells.length !== this.width)
      return { row, field: '', value: String(cells.length), reason: 'wrongColumns' }
    if (this.leaveOut.some(({ place, leavesOut }) => leavesOut(cells[place]?.trim() ?? ''))) return 'leftOut'
    // Copying a row with all columns is faster than adding them one by one.
    const reading: PartialRow = { row, texts: {}, mapped: { ...this.blank }, rounded: false }
    const unit = this.unitPlan && this.textOf(this.unitPlan, cells)
    if (this.unitPlan && unit && !isUnit(unit))
      return this.problem(row, this.unitPlan.field, { text: unit, reason: 'unknownValue' })
    for (const plan of this.plans) {
      const problem = this.take(plan, cells, { reading, unit })
      if (problem) return problem
    }
    return reading
  }

  private take(
    plan: FieldPlan,
    cells: readonly string[],
    { reading, unit }: { reading: PartialRow; unit: string | undefined },
  ): Problem | null {
    const { field } = plan
    const text = this.textOf(plan, cells)
    const form = isUnit(unit) && field.reads === 'money' ? { ...plan.form, moneyUnit: unit } : plan.form
    const parsed = parseField(text, field, form)
    if ('reason' in parsed) {
      if (parsed.reason !== 'undecodable' || field.dispensable !== true)
        return this.problem(reading.row, field, { text, reason: parsed.reason })
      reading.mapped[plan.column] = null
      reading.refusedName = text
      return null
    }
    if (field.reads === 'reference' || this.target.keyOf)
      reading.texts[field.name] = field.identifies === true ? plainWidth(text) : text
    reading.mapped[plan.column] = parsed.value
    if (field.byDayColumn !== undefined) reading.mapped[field.byDayColumn] = parsed.byDay === true
    if (field.limitColumn !== undefined) reading.mapped[field.limitColumn] = parsed.limit ?? null
    reading.rounded ||= parsed.rounded === true
    return null
  }

  private keyed({ row, texts, mapped, rounded, refusedName }: PartialRow): Outcome {
    const made = this.target.keyOf ? this.target.keyOf(texts, mapped) : mapped[this.target.key]
    // A key joined from two fields may exceed the limit of an index.
    const key = made === null || made === undefined ? '' : String(made)
    if (key.length > longestKey)
      return { row, field: this.target.key, value: key.slice(0, 200), reason: 'tooLong' }
    mapped[this.target.key] = key
    return { row, key, mapped, rounded, ...(refusedName !== undefined && { refusedName }) }
  }

  private problem(row: number, field: Field, refused: { text: string; reason: Reason }): Problem {
    return { row, field: field.name, value: refused.text.slice(0, 200), reason: refused.reason }
  }

  private unresolved({ row, texts }: PartialRow, field: Field): Problem {
    return this.problem(row, field, { text: texts[field.name] ?? '', reason: 'unknownReference' })
  }

  /** Replaces codes by ids; returns the first field whose code is not in the catalogue. */
  private resolve({ mapped, texts }: PartialRow, catalogue: KnownCatalogue): Field | null {
    for (const { field, column } of this.references) {
      if (!field.refersTo || typeof mapped[column] !== 'string') continue
      const id = catalogue.idOf(field.refersTo, texts[field.name] ?? '')
      if (id === null) return field
      mapped[column] = id
    }
    return null
  }

  /** An item may come before its unit in the order of fields. */
  private unitAhead(texts: Record<string, string>, catalogue: KnownCatalogue): number | null {
    return texts.unit === undefined ? null : catalogue.idOf('unit', texts.unit)
  }
}
