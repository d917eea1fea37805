import type { Field } from '../rows/field.ts'
import type { Mapping } from '../rows/mapping.ts'
import type { Target } from '../targets/target.ts'
import type { Finding } from './finding.ts'
import type { Speaks } from './headers.ts'
import { guess } from './finding.ts'
import { normalised } from './headingForm.ts'
import { headingsOf } from './headings/index.ts'
import { initialsOf } from './pinyin.ts'

/** Shorter initials are ambiguous: BH fits every number. */
const fewest = 3
const initials = /^[a-z]{3,10}$/

/** The field of some initials, and the name that they abbreviate. */
interface Meant {
  field: string
  name: string
}

function namesOf(target: Target, field: Field): string[] {
  return [field.names.zh, ...(headingsOf[target.name]?.[field.name] ?? [])]
}

/** The field by initials; null where several fields have a name with these initials. */
function meantBy(target: Target): Map<string, Meant | null> {
  const meant = new Map<string, Meant | null>()
  for (const field of target.fields) {
    if (field.onRequest === true) continue
    for (const name of namesOf(target, field)) {
      const letters = initialsOf(normalised(name))
      if (letters === null || letters.length < fewest) continue
      const earlier = meant.get(letters)
      if (earlier === undefined) meant.set(letters, { field: field.name, name })
      else if (earlier?.field !== field.name) meant.set(letters, null)
    }
  }
  return meant
}

/** Returns a function that reads headings of initials as fields of a target. */
function readerOf(target: Target): (header: string) => Meant | null {
  const meant = meantBy(target)
  return header => {
    const bare = normalised(header)
    return initials.test(bare) ? (meant.get(bare) ?? null) : null
  }
}

/**
 * Assigns columns with pinyin initials as headings, such as BJSJ for 办结时间, to fields without a column.
 * Ambiguous initials are skipped.
 */
export function matchInitials(
  target: Target,
  headers: readonly string[],
  { columns, speaks }: { columns: Record<string, string>; speaks: Speaks },
): Record<string, string> {
  const taken = new Set(Object.values(columns))
  const read = readerOf(target)
  const given: Record<string, string> = {}
  for (const header of headers) {
    const meant = taken.has(header) ? null : read(header)
    const field = target.fields.find(field => field.name === meant?.field)
    if (!field || columns[field.name] !== undefined || given[field.name] !== undefined) continue
    if (speaks(field, header) > 0) given[field.name] = header
  }
  return given
}

/** Findings for columns matched by initials only, which may be wrong. */
export function judgeInitials({ target, mapping }: { target: Target; mapping: Mapping }): Finding[] {
  const read = readerOf(target)
  return target.fields.flatMap(field => {
    const column = mapping.columns[field.name]
    const meant = typeof column === 'string' ? read(column) : null
    if (meant?.field !== field.name) return []
    return [guess('initials', { column: String(column), text: meant.name, field: field.names })]
  })
}
