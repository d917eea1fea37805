import type { Field } from '../../rows/field.ts'
import type { Mapping } from '../../rows/mapping.ts'
import type { Target } from '../../targets/target.ts'
import { formatReader, plainReader } from '../../rows/timeText.ts'

/** The beginning of a file: headings and some rows. */
export interface Sample {
  headers: readonly string[]
  rows: readonly (readonly string[])[]
}

/** The mapping being judged, which may be completed, and a sample of rows. */
export interface Judged {
  target: Target
  mapping: Mapping
  sample: Sample
}

const msPerDay = 86_400_000

/** The column of a field for display; joined columns with "/". */
export const columnText = (mapping: Mapping, field: string): string =>
  [mapping.columns[field] ?? []].flat().join('/')

/** Whether a field holds times. */
export const isTime = (field: Field): boolean => ['instant', 'due', 'day'].includes(field.reads)

/**
 * The trimmed texts of a field by row; blank for constants, joined columns, and texts that mean "not known".
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

/** The texts of a field that are not blank. */
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
