import type { Field } from '../../rows/field.ts'
import type { Mapping } from '../../rows/mapping.ts'
import type { Target } from '../../targets/target.ts'
import { formatReader, plainReader } from '../../rows/timeText.ts'

/** The beginning of a file: its headings and some rows. */
export interface Sample {
  headers: readonly string[]
  rows: readonly (readonly string[])[]
}

/** What is judged: a mapping that may be completed, for the rows of a sample. */
export interface Judged {
  target: Target
  mapping: Mapping
  sample: Sample
}

const msPerDay = 86_400_000

/** The column of a field as it is shown; joined columns by "/". */
export const columnText = (mapping: Mapping, field: string): string =>
  [mapping.columns[field] ?? []].flat().join('/')

/** True for fields that hold times. */
export const isTime = (field: Field): boolean => ['instant', 'due', 'day'].includes(field.reads)

/**
 * The texts of a field by row, trimmed; blank for constants, joined columns and texts that mean "not
 * known".
 */
export function textsOf({ mapping, sample }: Pick<Judged, 'mapping' | 'sample'>, field: string): string[] {
  const column = mapping.columns[field]
  if (typeof column !== 'string') return []
  const place = sample.headers.indexOf(column)
  const missing = new Set(mapping.missing[field])
  return sample.rows.map(cells => {
    const text = cells[place]?.trim() ?? ''
    return missing.has(text) ? '' : text
  })
}

/** The filled texts of a field. */
export const filledOf = (judged: Pick<Judged, 'mapping' | 'sample'>, field: string): string[] =>
  textsOf(judged, field).filter(text => text !== '')

/** Reads the times of a field as local milliseconds, or null. */
export function timeReaderOf(mapping: Mapping, field: string): (text: string) => number | null {
  const format = mapping.timeFormats[field] ?? mapping.timeFormat
  const read = format === undefined ? plainReader : formatReader(format)
  return text => {
    const plain = text.normalize('NFKC')
    const time = text === '' ? null : (read(plain) ?? plainReader(plain))
    if (time === null) return null
    return 'instant' in time ? time.instant : time.day * msPerDay + time.milliseconds
  }
}

/** The local day of a time in milliseconds. */
export const dayOfTime = (time: number): number => Math.floor(time / msPerDay)
