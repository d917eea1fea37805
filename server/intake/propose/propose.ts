import type { Names } from '#measures'
import type { Field } from '../field.ts'
import type { Mapping, TargetName } from '../mapping.ts'
import type { Target } from '../target.ts'
import type { Finding } from './finding.ts'
import { parseMapping } from '../mapping.ts'
import { targets } from '../targets/index.ts'
import { guess, sure } from './finding.ts'
import { codeFor, matchHeaders } from './headers.ts'
import { largestOf, lookAtMoney } from './money.ts'
import { timeFormatOf } from './times.ts'

/** The beginning of a file: its headings and some rows. */
export interface Sample { headers: readonly string[], rows: readonly (readonly string[])[] }

/** How a file might be read, and what of that is a guess. */
export interface Proposal { mapping: Mapping, findings: Finding[] }

/** Says whether the catalogue knows a member, and whether it knows any of that kind. */
export interface KnownMembers { has: (kind: NonNullable<Field['refersTo']>, text: string) => boolean, any: (kind: NonNullable<Field['refersTo']>) => boolean }

/** A finding is one sentence in either language; names in it are given in both. */
const bothNames = (names: Names | undefined): string => names ? `${names.zh} ${names.en}` : ''

/** The texts of a field in the sample, blanks left out. */
function textsOf(mapping: Mapping, field: Field, sample: Sample): string[] {
  const columns = mapping.columns[field.name]
  if (typeof columns !== 'string')
    return []
  const place = sample.headers.indexOf(columns)
  return sample.rows.map(cells => cells[place]?.trim() ?? '').filter(text => text !== '')
}

const columnText = (mapping: Mapping, field: Field): string => [mapping.columns[field.name] ?? ''].flat().join('/')

function withTimes(mapping: Mapping, fields: readonly Field[], sample: Sample): Finding[] {
  return fields.filter(field => field.reads === 'instant' || field.reads === 'day').flatMap((field) => {
    const { format, findings } = timeFormatOf(columnText(mapping, field), textsOf(mapping, field, sample))
    if (format !== null)
      mapping.timeFormats[field.name] = format
    return findings
  })
}

function withMoney(mapping: Mapping, fields: readonly Field[], sample: Sample): Finding[] {
  const money = fields.filter(field => field.reads === 'money' && mapping.columns[field.name] !== undefined)
  const largest = Math.max(0, ...money.map(field => largestOf(textsOf(mapping, field, sample))))
  return money.flatMap((field) => {
    const column = columnText(mapping, field)
    const look = lookAtMoney(column, textsOf(mapping, field, sample), { largest, mayBeRate: field.name === 'award' })
    if (look.isRate) {
      delete mapping.columns[field.name]
      mapping.columns.awardRate = column
      mapping.constants.priceForm = 'rate'
    }
    if (look.unit !== null && look.unit !== mapping.moneyUnit)
      mapping.moneyUnits[field.name] = look.unit
    if (look.zeros.length > 0)
      mapping.missing[field.name] = look.zeros
    mapping.roundMoney ||= look.fractions
    return look.findings
  })
}

/** Texts of a list that the mapping does not know yet are matched by name; what resembles nothing is said. */
function withValues(mapping: Mapping, fields: readonly Field[], sample: Sample): Finding[] {
  return fields.flatMap((field) => {
    const { values } = field
    if (field.reads !== 'list' || values === undefined)
      return []
    const known = mapping.values[field.name] ??= {}
    const unread = [...new Set(textsOf(mapping, field, sample))].filter(text => !Object.hasOwn(values, text) && !Object.hasOwn(known, text))
    const column = columnText(mapping, field)
    const unknown: string[] = []
    const likened: string[] = []
    for (const text of unread) {
      const found = codeFor(text, values, field.alsoValues)
      if (found === null)
        unknown.push(text)
      else
        known[text] = found.code
      if (found?.certain === false)
        likened.push(text)
    }
    if (Object.keys(known).length === 0)
      delete mapping.values[field.name]
    const [like, strange] = [likened[0], unknown[0]]
    return [
      ...like === undefined ? [] : [guess('valueGuess', { column, count: likened.length, example: like, chosen: bothNames(values[known[like] ?? '']) })],
      ...strange === undefined ? [] : [guess('valueUnknown', { column, count: unknown.length, example: strange })],
    ]
  })
}

/** Members that the catalogue lacks; a catalogue without any member of a kind is filled from the file. */
function withMembers(mapping: Mapping, fields: readonly Field[], { sample, members }: { sample: Sample, members: KnownMembers }): Finding[] {
  return fields.flatMap((field) => {
    const kind = field.refersTo
    // A file of items makes the items it names.
    if (kind === undefined || (mapping.target === 'items' && kind === 'item'))
      return []
    const unknown = [...new Set(textsOf(mapping, field, sample))].filter(text => !members.has(kind, text))
    if (unknown.length === 0)
      return []
    if (kind !== 'staff' && !members.any(kind) && !mapping.create.includes(kind))
      mapping.create.push(kind)
    return [guess('memberUnknown', { column: columnText(mapping, field), count: unknown.length, example: unknown[0] ?? '' })]
  })
}

function unfilled(mapping: Mapping, target: Target, sample: Sample): Finding[] {
  const used = new Set(Object.values(mapping.columns).flat())
  const unused = sample.headers.filter(header => !used.has(header))
  const missing = target.fields.filter(field => field.required && mapping.columns[field.name] === undefined && mapping.constants[field.name] === undefined)
  return [...missing.map(field => guess('requiredMissing', { field: bothNames(field.names) })), ...unused.length > 0 ? [sure('columnUnused', { columns: unused.slice(0, 30).join('、') })] : []]
}

/** Proposes how a file is read as a target, starting from the mapping of last time where there is one. Every guess is a finding. */
export function propose(target: Target, sample: Sample, { earlier, members }: { earlier: Mapping | null, members: KnownMembers }): Proposal {
  const mapping = earlier === null ? parseMapping({ target: target.name, columns: matchHeaders(sample.headers, target.fields) }, 'headers') : structuredClone(earlier)
  const fields = target.fields.filter(field => mapping.columns[field.name] !== undefined)
  const shaped = earlier === null ? [...withTimes(mapping, fields, sample), ...withMoney(mapping, fields, sample)] : []
  return { mapping, findings: [...shaped, ...withValues(mapping, fields, sample), ...withMembers(mapping, fields, { sample, members }), ...unfilled(mapping, target, sample)] }
}

/** What a file seems to hold: the target of which the most fields are there. Null where no target has all it needs. */
export function guessTarget(sample: Sample): TargetName | null {
  const scored = Object.values(targets).map((target) => {
    const columns = matchHeaders(sample.headers, target.fields)
    const required = target.fields.filter(field => field.required)
    const met = required.filter(field => columns[field.name] !== undefined).length
    return { name: target.name, whole: met === required.length, score: Object.keys(columns).length + met - 2 * (required.length - met) }
  }).sort((a, b) => b.score - a.score)
  return scored.find(one => one.whole)?.name ?? (scored[0] && scored[0].score > 2 ? scored[0].name : null)
}
