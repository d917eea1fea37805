import type { MeasureId, Names } from '#measures'
import type { Reading, Understanding } from './asked.ts'
import type { Draft } from './draft.ts'
import type { Reason } from './limit.ts'
import type { Slots } from './slots.ts'
import { dimensionOf, measureNamed } from '#measures'
import { changeAsked, changeNotes, pickedByChange } from './changes.ts'
import { branch, finish } from './finish.ts'
import { measuresMeant } from './measuresMeant.ts'
import { periodMeant } from './periodMeant.ts'
import { sentenceOf } from './sentence.ts'
import { withShares } from './shares.ts'

export const refused = (reason: Reason, why: Names, words: string[] = []): Understanding => ({
  kind: 'refused',
  reason,
  why,
  words,
})

const notUnderstood = (word: string): Understanding =>
  refused(
    'unknown',
    { zh: `不认识“${word}”在这里的意思`, en: `the meaning of “${word}” here is not known` },
    [word],
  )

/** True where a split word precedes the dimension to which it applies. */
function partsSomething({ at: from, to }: { at: number; to: number }, slots: Slots): boolean {
  const isBeside = ({ at, text }: { at: number; text: string }): boolean =>
    (at >= to && at - to <= 4) || (at + text.length <= from && from - at - text.length <= 4)
  const ranks = slots.orders.length > 0 || slots.tops.length > 0
  return (
    slots.splits.some(isBeside) ||
    (ranks && slots.measures.some(isBeside)) ||
    slots.members.length > 1 ||
    slots.measures.length > 1 ||
    slots.granularities.length > 0
  )
}

const wordsOf = ({ words }: Slots, kinds: readonly string[]): string[] =>
  words.filter(({ kind }) => kinds.includes(kind)).map(({ text }) => text)

/** The refusal where the words of a text contradict each other; null where they do not. */
function contradiction(slots: Slots): Understanding | null {
  const lost = slots.eaches.find(each => !partsSomething(each, slots))
  if (lost) return notUnderstood(lost.text)
  const hasSplit = slots.splits.length > 0 || slots.members.length > 1
  const [stray] = slots.numbers.filter(() => slots.orders.length === 0 || !hasSplit)
  if (stray) return notUnderstood(stray.text)
  const hours = slots.members.filter(({ groups }) => groups[0]?.dimension === 'hour')
  if (hours.length > 1 && (slots.versus.length > 0 || slots.mores.length > 0 || slots.isChange))
    return refused(
      'notSupported',
      { zh: '不能比较两个时段，请分别提问', en: 'two times of day cannot be compared; please ask for each' },
      hours.map(({ text }) => text),
    )
  const ranks = slots.orders.filter(({ order }) => order !== 'ranked').length
  const ranksTwice = ranks > 1 && slots.measures.length > 1
  const directions = new Set(slots.orders.map(({ order }) => order).filter(order => order !== 'ranked'))
  if (
    directions.size > 1 ||
    ranksTwice ||
    slots.thresholds.length > 1 ||
    slots.tops.length + slots.bottoms.length + slots.numbers.length > 1
  )
    return refused(
      'tooMuch',
      { zh: '一次只能问一种排序、一个界限', en: 'one order and one limit at a time' },
      wordsOf(slots, ['order', 'threshold', 'top', 'bottom', 'number']),
    )
  if (new Set(slots.granularities.filter(granularity => granularity !== 'fitting')).size > 1)
    return refused('tooMuch', { zh: '一次只能按一种时间粒度拆分', en: 'only one split by time at a time' })
  return null
}

function orderOf(slots: Slots): Pick<Draft, 'order' | 'top'> {
  const said = slots.orders.map(({ order }) => order).find(order => order !== 'ranked')
  const [top] = slots.tops
  const [bottom] = slots.bottoms
  const [number] = slots.numbers
  if (bottom !== undefined) return { order: 'lowest', top: bottom }
  const ranked = slots.orders.length > 0 || top !== undefined
  return { order: said ?? (ranked ? 'highest' : null), top: top ?? number?.number ?? null }
}

/** True where a dimension's word only qualifies the member before it: 询价方式. */
function namesMember({ names, at }: Slots['splits'][number], { members }: Slots): boolean {
  return members.some(({ groups, at: from, text }) => {
    const gap = at - from - text.length
    return (gap === 0 || gap === 1) && groups.some(({ dimension }) => names.includes(dimension))
  })
}

/** The named splits; several named members of a dimension are a split too. */
function splitsOf(slots: Slots, ids: readonly MeasureId[]): string[] {
  const knows = (name: string): boolean => ids.some(id => dimensionOf(measureNamed(id), name) !== null)
  const named = slots.splits
    .filter(split => !namesMember(split, slots))
    .map(({ names }) => names.find(knows) ?? names[0] ?? '')
  const counted = new Map<string, number>()
  for (const { groups } of slots.members) {
    const dimension = groups[0]?.dimension ?? ''
    if (dimension !== 'hour') counted.set(dimension, (counted.get(dimension) ?? 0) + 1)
  }
  const several = [...counted].filter(([, count]) => count > 1).map(([dimension]) => dimension)
  return [...new Set([...named, ...(slots.isTotal ? [] : several)])]
}

/** 税务局比人社局多办多少: two members side by side in one period. */
function comparesMembers({ versus, members, comparisons, periods }: Slots): boolean {
  const dimensions = new Set(members.map(({ groups }) => groups[0]?.dimension))
  const comparesTimes = versus.some(({ to }) => periods.some(({ at }) => at >= to && at - to <= 1))
  return (
    versus.length > 0 &&
    !comparesTimes &&
    members.length > 1 &&
    dimensions.size === 1 &&
    comparisons.length === 0 &&
    periods.length < 2
  )
}

const sideBySide: Names = {
  zh: '两者并列给出，差额不单独计算',
  en: 'both are shown beside each other; their difference is not calculated',
}

/** The meaning of a comparative: a ranking, or a comparison with another period. */
function withMores(slots: Slots): Slots | Understanding {
  const [more] = slots.mores
  if (!more) return slots
  const isOneOf = slots.isWhich || slots.members.length > 1 || slots.splits.length > 0
  const hasTimes = slots.versus.length > 0 || slots.comparisons.length > 0
  if (hasTimes) return { ...slots, isChange: true }
  if (!isOneOf) return notUnderstood(more.text)
  return { ...slots, orders: [...slots.orders, { kind: 'order', order: more.order, counts: true }] }
}

/** 每月环比: offers a series of months without a comparison, and a single figure compared with the one before. */
function steppedCourse(draft: Draft, reading: Reading): Understanding | null {
  const { period, slots, granularity } = draft
  if (period.comparison !== 'previous' || granularity === 'none') return null
  const named = slots.periods.length > 0
  return branch(
    {
      zh: '按时间列出时，各期的增减请看走势；也可以只取一期与上一期比',
      en: 'the trend shows the changes; or compare one period with the one before it',
    },
    [
      {
        ...draft,
        period: { ...period, comparison: 'none', ...(!named && { options: ['yearToDate'], notes: [] }) },
      },
      { ...draft, granularity: 'none' },
    ],
    reading,
  )
}

/** Contradicting pairs of words, each offered separately: 最多和最少, 同比环比. */
function twoWays(slots: Slots): Slots[] {
  const orders = slots.orders.filter(({ order }) => order !== 'ranked')
  if (new Set(orders.map(({ order }) => order)).size === 2 && slots.ands.length > 0)
    return orders.map(order => ({ ...slots, orders: [order], ands: [] }))
  const comparisons = [...new Set(slots.comparisons)]
  return comparisons.length === 2
    ? comparisons.map(comparison => ({ ...slots, comparisons: [comparison] }))
    : []
}

/** Offers each of two requested orders or comparisons. */
function askedTwice(slots: Slots, reading: Reading): Understanding | null {
  const understandings = twoWays(slots).map(way => decide(way, reading))
  const choices = understandings.flatMap(understanding =>
    understanding.kind === 'understood'
      ? [{ label: sentenceOf(understanding.asked, reading), asked: understanding.asked }]
      : [],
  )
  if (choices.length < 2) return null
  return {
    kind: 'choice',
    why: {
      zh: '一次只回答一种排序、一种比较，请选择',
      en: 'one order and one comparison at a time; please choose',
    },
    choices,
  }
}

/** Decides what the words of a text mean together. */
export function decide(said: Slots, reading: Reading): Understanding {
  const both = askedTwice(said, reading)
  if (both) return both
  const shared = withShares(said)
  const slots = withMores(comparesMembers(shared) ? { ...shared, mores: [], isChange: false } : shared)
  if ('kind' in slots) return slots
  const problem = contradiction(slots)
  if (problem) return problem
  const meant = measuresMeant(slots, reading.today)
  const ids = meant.kind === 'meant' ? meant.ids : [meant.ids]
  const period = periodMeant(slots, ids.flat(), reading)
  const draft: Draft = {
    ids,
    groups: slots.members.map(({ groups }) => groups),
    period:
      'problem' in period
        ? { options: period.options, why: period.problem, comparison: 'none', notes: [] }
        : period,
    splits: splitsOf(slots, ids.flat()),
    granularity:
      slots.granularities.find(granularity => granularity !== 'fitting') ?? slots.granularities[0] ?? 'none',
    slots,
    notes: comparesMembers(slots) ? [sideBySide] : [],
    ...orderOf(slots),
  }
  if ('problem' in period && period.options.length === 0)
    return refused('notSupported', period.problem, wordsOf(slots, ['period', 'periods', 'versus']))
  if ('problem' in period && period.options.length === 1) draft.period.options.push('yearToDate')
  if (meant.kind === 'offer') {
    const offered = meant.isPlain
      ? { ...draft, order: null, top: null, slots: { ...slots, thresholds: [] } }
      : draft
    return branch(
      meant.why,
      draft.ids.flat().map(id => ({ ...offered, ids: [[id]] })),
      reading,
    )
  }
  return (
    pickedByChange(draft, reading) ??
    steppedCourse(draft, reading) ??
    changeAsked(draft, reading) ??
    finish({ ...draft, notes: [...draft.notes, ...changeNotes(draft)] }, reading)
  )
}
