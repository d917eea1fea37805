import type { ColumnType } from '../rows/field.ts'
import type { Row, Target } from '../targets/target.ts'
import { columnsOf } from '../rows/field.ts'
import { encoders } from './codec.ts'

/** The columns of a target that intake writes, with their types. */
export function columnTypes(target: Target): Record<string, ColumnType> {
  const types: Record<string, ColumnType> = {}
  for (const field of target.fields) if (!field.transient) Object.assign(types, columnsOf(field))
  return { ...types, ...target.derived }
}

/** Encodes rows of a target for COPY. */
export class RowLines {
  /** In the order of a line, after centre and batch. */
  readonly columns: readonly string[]
  private readonly start: readonly string[]
  private readonly encoders: ((value: string | number | boolean) => string)[]

  constructor(target: Target, at: { centreId: number; batchId: number }) {
    const types = columnTypes(target)
    this.columns = Object.keys(types)
    this.start = [String(at.centreId), String(at.batchId)]
    this.encoders = Object.values(types).map(type => encoders[type])
  }

  /** The line of a row: prefix, centre, batch, columns. Joined at once, which is faster than appending. */
  of(values: Row, front: readonly string[] = []): string {
    const texts: string[] = [...front, ...this.start]
    for (let place = 0; place < this.columns.length; place++) {
      const value = values[this.columns[place] ?? '']
      texts.push(value === null || value === undefined ? '\\N' : (this.encoders[place]?.(value) ?? ''))
    }
    return `${texts.join('\t')}\n`
  }
}
