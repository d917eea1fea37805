import type { Field } from '../rows/field.ts'
import type { HeadingForm } from './headingForm.ts'
import type { Headings } from './headings/headings.ts'
import type { Head } from './meaning/meaning.ts'
import type { Rules } from './meaning/rule.ts'
import { headingForm } from './headingForm.ts'
import { headsOf, isBareKind, isOtherKind, meaningFit } from './meaning/meaning.ts'
import { pinyinOf } from './pinyin.ts'

/** The texts by which headings of a field are recognised, besides its names. */
interface Known {
  headings?: readonly string[]
  rules?: Rules[string]
}

/** A field with all its texts, best first. */
interface Called {
  names: { form: HeadingForm; score: number }[]
  /** Its Chinese names in pinyin, which must match the whole heading. */
  spelled: { form: HeadingForm; score: number }[]
  rules: Rules[string] | undefined
}

const [listedFirst, bareKind] = [90, 74]

function called(field: Field, { headings = [], rules }: Known): Called {
  // A word such as "type" is less specific than a heading that says of what.
  const first = (text: string): number => (rules !== undefined && isBareKind(text) ? bareKind : listedFirst)
  const names: [string, number][] = [
    [field.name, 100],
    // A name with an alternative in brackets scores less: 项目（标段）名称 also matches 项目名称, but 标段名称 is closer.
    [field.names.zh, /[(（]/.test(field.names.zh) ? 89 : 95],
    [field.names.en, 95],
    // Headings earlier in the list score more: the number of a lot before that of its project.
    ...headings.map((text, place): [string, number] => [text, first(text) - Math.min(place, 99) / 50]),
  ]
  // Databases have headings in pinyin. These score slightly less, so that the Chinese heading wins.
  const spelled = names.flatMap(([text, score]): [string, number][] => {
    const letters = pinyinOf(text)
    return letters === null ? [] : [[letters, score - 2]]
  })
  return {
    names: names.map(([text, score]) => ({ form: headingForm(text), score })),
    spelled: spelled.map(([text, score]) => ({ form: headingForm(text), score })),
    rules,
  }
}

/** A heading, or its last line, normalised for comparison. */
interface Line {
  form: HeadingForm
  heads: readonly Head[]
}

/** The most characters of a heading that are compared, because the cost grows with each. */
const compared = 100

/** A heading of two lines is read as a whole and by its last line. */
function linesOf(header: string): Line[] {
  const whole = header.slice(0, compared)
  const lines = whole.split(' / ')
  const texts = lines.length > 1 ? [whole, lines.at(-1) ?? whole] : [whole]
  return texts.map(text => ({ form: headingForm(text), heads: headsOf(text) }))
}

/** Words that are too general to identify a field within a longer heading. */
const vague = new Set(['number', 'amount', 'contract', 'ticket', 'vendor'])

function latinScore({ words }: HeadingForm, { words: wanted }: HeadingForm, score: number): number {
  if (wanted.length === 0 || words.length === 0) return 0
  if (wanted.length === 1 && vague.has(wanted[0] ?? '')) return 0
  const present = wanted.filter(word => words.includes(word)).length
  if (present < wanted.length) return 0
  if (words.length === wanted.length) return score - 0.12
  return wanted.length > 1 || (wanted[0]?.length ?? 0) >= 5
    ? 30 + Math.round((40 * wanted.length) / words.length)
    : 0
}

/** The score of a heading that equals a name of a field except for case, width and separators; else 0. */
function sameScore(header: HeadingForm, name: HeadingForm, score: number): number {
  if (header.text === name.text) return score
  return header.bare !== '' && header.bare === name.bare ? score - 0.1 : 0
}

/** The score of a heading that resembles a name of a field, 0 to 100. */
function nearScore(header: HeadingForm, name: HeadingForm, score: number): number {
  if (header.bare === '' || name.bare === '') return 0
  if (!name.isHan) return header.isHan ? 0 : latinScore(header, name, score)
  if (header.alike === name.alike) return score - 0.2
  const inside = name.bare.length >= 2 && header.bare.includes(name.bare)
  return inside ? 30 + Math.round((40 * name.bare.length) / header.bare.length) : 0
}

/** Headings of row numbers, which match no field. */
const rowNumber = /^(?:序号|行号|row|index|#)$/i

/** Where date and time of day are in two columns, the date is preferred. */
const clockCost = 12
const onlyTime = /^(?!.*date).*\btime\b/i

function lineFit({ form, heads }: Line, { names, spelled, rules }: Called): number {
  const whole = form.isHan ? names : [...names, ...spelled]
  const same = Math.max(0, ...whole.map(name => sameScore(form, name.form, name.score)))
  if (rowNumber.test(form.text.trim())) return same
  const near = Math.max(...names.map(name => nearScore(form, name.form, name.score)))
  // Where rules for the meaning of headings exist, a partial match of names is only trusted if it is close
  // and the kind agrees.
  const trusted = rules === undefined || (near >= listedFirst - 10 && !isOtherKind(heads, rules))
  const fits = Math.max(same, meaningFit(heads, rules), trusted ? near : 0)
  return fits - (onlyTime.test(form.text) ? clockCost : 0)
}

const linesFit = (lines: readonly Line[], field: Called): number =>
  Math.max(...lines.map((line, place) => lineFit(line, field) - place))

/** What headings are compared with. */
export type Lines = (header: string) => readonly Line[]

/** The normalised headings of a file, computed once each. */
export function linesFrom(headers: readonly string[]): Lines {
  const lines = new Map(headers.map(header => [header, linesOf(header)]))
  return header => lines.get(header) ?? linesOf(header)
}

/**
 * Returns the score of headings for a field, 0 to 100. A heading of two lines is also compared by its last
 * line.
 */
export function fitsOf(field: Field, known: Known = {}): (lines: readonly Line[]) => number {
  const names = called(field, known)
  return lines => linesFit(lines, names)
}

/** The score of one heading for a field, 0 to 100. */
export const fit = (header: string, field: Field, known: Known = {}): number =>
  fitsOf(field, known)(linesOf(header))

const leastFit = 50

/** The evidence of a column's texts for a field, as a factor: 1 for none. */
export type Speaks = (field: Field, header: string) => number

/** Assigns columns to fields: best pairs first, each column and each field once. */
export function matchHeaders(
  headers: readonly string[],
  fields: readonly Field[],
  {
    headings = {},
    rules = {},
    speaks = () => 1,
    lines = linesFrom(headers),
  }: { headings?: Headings; rules?: Rules; speaks?: Speaks; lines?: Lines } = {},
): Record<string, string> {
  const proposed = fields.filter(field => field.onRequest !== true)
  const pairs = proposed.flatMap(field => {
    const fits = fitsOf(field, { headings: headings[field.name], rules: rules[field.name] })
    return headers.map(header => ({
      field: field.name,
      header,
      score: fits(lines(header)) * speaks(field, header),
    }))
  })
  const columns: Record<string, string> = {}
  const taken = new Set<string>()
  for (const { field, header } of pairs
    .filter(pair => pair.score >= leastFit)
    .sort((a, b) => b.score - a.score)) {
    if (columns[field] !== undefined || taken.has(header)) continue
    columns[field] = header
    taken.add(header)
  }
  return columns
}
