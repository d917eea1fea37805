import type { Answer, Cell, Measure, Parts, Side } from '#measures'
import { measures, partKey, partsOf } from '#measures'
import { themeFrom } from '../../client/charts/theme.ts'

/** A theme in which every colour is the name of its token. */
export const theme = themeFrom(token => ` ${token} `)

/** The key of a part in an answer. */
export const keyOf = (part: Measure['population']): string => (part ? partKey(part) : '')

/** The measure that most of these tests use. */
export const late = measures.onTimeRate

/** The parts of a ratio of k in n. */
export function share(measure: Measure, k: number, n: number): Parts {
  const parts: Parts = Object.fromEntries(partsOf(measure).map(part => [partKey(part), n]))
  if (measure.kind === 'ratio') parts[partKey(measure.numerator)] = k
  return parts
}

/** A cell of a side's totals. */
export const cell = (members: string[], parts: Parts): Cell => ({ bucket: 0, members, parts })

/** A side about September 2012 with totals by member. */
export const side = (totals: Cell[], overall: Parts): Side => ({
  from: '2012-09-01',
  to: '2012-09-30',
  buckets: [],
  cells: totals,
  totals,
  overall,
  coverage: {},
  versions: {},
})

/** An answer with the members of its side. */
export function answer(current: Side, more: Partial<Answer> = {}): Answer {
  const codes = [...new Set(current.totals.map(total => total.members[0]!))]
  return {
    members: [codes.map(code => ({ code, zh: `${code}窗口`, en: code }))],
    current,
    earlier: null,
    settingChanges: [],
    ...more,
  } as unknown as Answer
}
