import type { Row } from '../intake/targets/target.ts'
import type { EntryTarget } from './forms.ts'

/** A field, and the columns of which at least one must be filled. */
interface Need {
  field: string
  of: readonly string[]
}

const place: Need = { field: 'window', of: ['windowId', 'unitId'] }
const text: Need = { field: 'summary', of: ['summary'] }
const thanks = [place, text]

/** Fields that are required by hand for each kind of feedback, though files may lack them. */
const byKind: Readonly<Record<string, readonly Need[]>> = {
  banner: thanks,
  letter: thanks,
  complaint: [text],
  hotline: [text],
  review: [{ field: 'level', of: ['level'] }],
}

const isFilled = (value: Row[string] | undefined): boolean =>
  value !== null && value !== undefined && value !== ''

/** The first required field that an entry lacks; null where none is missing. */
export function lackingField(target: EntryTarget, row: Row): string | null {
  const needs = target === 'feedback' ? (byKind[String(row.kind)] ?? []) : []
  return needs.find(({ of }) => !of.some(column => isFilled(row[column])))?.field ?? null
}
