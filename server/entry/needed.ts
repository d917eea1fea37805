import type { Row } from '../intake/targets/target.ts'
import type { EntryTarget } from './forms.ts'

/** Whom it is for, what it says, how many stars: a field, and the columns of which one must be filled. */
interface Need {
  field: string
  of: readonly string[]
}

const place: Need = { field: 'window', of: ['windowId', 'unitId'] }
const text: Need = { field: 'summary', of: ['summary'] }
const thanks = [place, text]

/** What each kind of feedback says nothing without. Files may lack it; a person who enters it knows it. */
const byKind: Readonly<Record<string, readonly Need[]>> = {
  banner: thanks,
  letter: thanks,
  complaint: [text],
  hotline: [text],
  review: [{ field: 'level', of: ['level'] }],
}

const isFilled = (value: Row[string] | undefined): boolean =>
  value !== null && value !== undefined && value !== ''

/** The first field that an entry of its kind needs and lacks. */
export function lackingField(target: EntryTarget, row: Row): string | null {
  const needs = target === 'feedback' ? (byKind[String(row.kind)] ?? []) : []
  return needs.find(({ of }) => !of.some(column => isFilled(row[column])))?.field ?? null
}
