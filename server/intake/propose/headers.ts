import type { Names } from '#measures'
import type { Field } from '../field.ts'

/** A heading without what differs between exports: case, spaces, punctuation, units and remarks in brackets. */
export function normalised(text: string): string {
  return text.toLowerCase().replaceAll(/[（(【[][^）)】\]]*[）)】\]]/g, '').replaceAll(/[\s_\-:：*.·、/]/g, '')
}

/** Everything by which a field may be called, best first. */
function namesOf(field: Field): [text: string, score: number][] {
  return [[field.name, 100], [field.names.zh, 95], [field.names.en, 95], ...(field.also ?? []).map((text): [string, number] => [text, 90])]
}

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** How well a heading fits a field, 0 to 100. */
export function fit(header: string, field: Field): number {
  const bare = normalised(header)
  let best = 0
  for (const [text, score] of namesOf(field)) {
    const name = normalised(text)
    if (header === text)
      best = Math.max(best, score)
    else if (bare !== '' && bare === name)
      best = Math.max(best, score - 2)
    else if (name.length >= (isHan(name) ? 2 : 5) && bare.includes(name))
      best = Math.max(best, 30 + Math.round(40 * name.length / bare.length))
  }
  return best
}

const leastFit = 50

/** Which column fills which field: the best pairs first, each column and each field once. */
export function matchHeaders(headers: readonly string[], fields: readonly Field[]): Record<string, string> {
  const pairs = fields.flatMap(field => headers.map(header => ({ field: field.name, header, score: fit(header, field) })))
  const columns: Record<string, string> = {}
  const taken = new Set<string>()
  for (const { field, header } of pairs.filter(pair => pair.score >= leastFit).sort((a, b) => b.score - a.score)) {
    if (columns[field] !== undefined || taken.has(header))
      continue
    columns[field] = header
    taken.add(header)
  }
  return columns
}

/** The code of a list that a text means: sure where it is a name of it, a guess where it only resembles one. */
export function codeFor(text: string, list: Readonly<Record<string, Names>>, also: Readonly<Record<string, readonly string[]>> = {}): { code: string, certain: boolean } | null {
  const bare = normalised(text)
  for (const [code, names] of Object.entries(list)) {
    if ([code, names.zh, names.en].some(name => normalised(name) === bare))
      return { code, certain: true }
  }
  const near = Object.keys(list).find(code => also[code]?.some(word => normalised(word) === bare))
    ?? Object.keys(list).find(code => [...also[code] ?? [], list[code]?.zh ?? ''].some(word => normalised(word).length >= 2 && bare.includes(normalised(word))))
  return near === undefined ? null : { code: near, certain: false }
}
