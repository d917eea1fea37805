import type { Field } from '../rows/field.ts'
import type { Finding } from './finding.ts'
import type { Judged } from './judge/columns.ts'
import { choicesOf } from '../rows/field.ts'
import { isFlag } from '../rows/parseField.ts'
import { codeReader } from './codes.ts'
import { guess, listed, quoted, someOf } from './finding.ts'
import { columnText, filledOf, textsOf } from './judge/columns.ts'
import { isMissingWord } from './missingWord.ts'

/** Tells whether the catalogue has a member, and whether it has any of a kind. */
export interface KnownMembers {
  has: (kind: NonNullable<Field['refersTo']>, text: string) => boolean
  any: (kind: NonNullable<Field['refersTo']>) => boolean
}

/** States of a case that has not ended and has no outcome. */
const openStates = [
  /^(?:在办|办理中|正在办理|受理|已受理|待受理|收件|已收件|审核|审核中|审批中|待审核)$/,
  /^(?:补正|补正中|待补正|挂起|已挂起|待办|未办结|暂存|特别程序)$/,
  /^(?:open|pending|in[ _-]?progress|assigned|new|under review|processing|on hold)$/i,
]

/** Texts of a list that are not mapped yet are matched by name; those without a match are reported. */
export function withValues(judged: Judged): Finding[] {
  return judged.target.fields
    .filter(field => choicesOf(field) !== undefined && judged.mapping.columns[field.name] !== undefined)
    .flatMap(field => valuesOf(judged, field))
}

/** Whether a load reads a text without mapping: a code, a step of a scale as a number, yes or no. */
function readsAlone(field: Field, text: string): boolean {
  if (field.reads === 'integer') return /^-?\d+(?:\.0+)?$/.test(text)
  return field.reads === 'flag' ? isFlag(text) : Object.hasOwn(field.values ?? {}, text)
}

/** Cases with the state "open" and a time of completion. */
function openButEnded(judged: Judged, open: readonly string[]): Finding[] {
  const ends = textsOf(judged, 'completedAt')
  const texts = open.length === 0 ? [] : textsOf(judged, 'outcome')
  const ended = texts.filter((text, row) => open.includes(text) && (ends[row] ?? '') !== '')
  const details = { column: columnText(judged.mapping, 'outcome'), count: ended.length }
  return ended.length === 0 ? [] : [guess('openButEnded', details, someOf(ended))]
}

function valuesOf(judged: Judged, field: Field): Finding[] {
  const { mapping, target } = judged
  const values = choicesOf(field) ?? {}
  const codes = (mapping.values[field.name] ??= {})
  const unread = [...new Set(filledOf(judged, field.name))].filter(
    text => !readsAlone(field, text) && !Object.hasOwn(codes, text),
  )
  const absent = field.required === true ? [] : unread.filter(isMissingWord)
  const open =
    target.name === 'cases' && field.name === 'outcome'
      ? unread.filter(text => openStates.some(state => state.test(text)))
      : []
  const strange: string[] = []
  const likened: string[] = []
  const read = codeReader(values, field.alsoValues)
  for (const text of unread.filter(text => !open.includes(text) && !absent.includes(text))) {
    const match = read(text)
    if (match === null) strange.push(text)
    else codes[text] = match.code
    if (match?.certain === false) likened.push(text)
  }
  const openEnded = openButEnded(judged, open)
  if (open.length + absent.length > 0)
    mapping.missing[field.name] = [...new Set([...(mapping.missing[field.name] ?? []), ...open, ...absent])]
  if (Object.keys(codes).length === 0) delete mapping.values[field.name]
  const column = columnText(mapping, field.name)
  const readings = listed(likened, text => {
    const { zh = '', en = '' } = values[codes[text] ?? ''] ?? {}
    return { zh: `${quoted(text).zh}按“${zh}”`, en: `${quoted(text).en} as “${en}”` }
  })
  return [
    ...openEnded,
    ...(absent.length > 0 ? [guess('missingWords', { column, count: absent.length }, someOf(absent))] : []),
    ...(open.length > 0 ? [guess('openStates', { column, count: open.length }, someOf(open))] : []),
    ...(likened.length > 0 ? [guess('valueGuess', { column, count: likened.length, readings })] : []),
    ...(strange.length > 0
      ? [guess('valueUnknown', { column, count: strange.length, texts: listed(strange, quoted) })]
      : []),
  ]
}

/** Members that the catalogue lacks. A catalogue without members of a kind is filled from the file. */
export function withMembers(judged: Judged, members: KnownMembers): Finding[] {
  const { mapping, target } = judged
  return target.fields.flatMap(field => {
    const kind = field.refersTo
    // A file of items creates its items.
    if (kind === undefined || (mapping.target === 'items' && kind === 'item')) return []
    const unknown = [...new Set(filledOf(judged, field.name))].filter(text => !members.has(kind, text))
    if (unknown.length === 0) return []
    if (kind !== 'staff' && !members.any(kind) && !mapping.create.includes(kind)) mapping.create.push(kind)
    const column = columnText(mapping, field.name)
    return [guess('memberUnknown', { column, count: unknown.length, example: unknown[0] ?? '' })]
  })
}
