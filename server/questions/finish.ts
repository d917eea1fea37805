import type { MeasureId, Names } from '#measures'
import type { Asked, Choice, Reading, Understanding } from './asked.ts'
import type { Draft } from './draft.ts'
import type { Threshold } from './limit.ts'
import type { Slots } from './slots.ts'
import type { MemberGroup } from './word.ts'
import { dimensionOf, fittingGranularity, measureNamed, parsePeriod } from '#measures'
import { contradicts, misfit } from './fits.ts'
import { lateWhy } from './late.ts'
import { mergeGroups } from './memberNames.ts'
import { notesOf } from './notes.ts'
import { sentenceOf } from './sentence.ts'
import { thresholdOf } from './thresholdValue.ts'
import { dimensionNames, dimensions } from './vocabulary.ts'

const mostChoices = 8

/** One draft per possible meaning; those that form a valid question are offered with their sentences. */
export function branch(why: Names, drafts: readonly Draft[], reading: Reading): Understanding {
  const results = drafts.map(draft => finish(draft, reading))
  const choices = results.flatMap((result): Choice[] => {
    if (result.kind === 'choice') return result.choices
    if (result.kind === 'refused') return []
    const label = sentenceOf(result.asked, reading)
    return [{ label, asked: result.asked }]
  })
  const unique = choices.filter(
    ({ label }, place) => choices.findIndex(other => other.label.zh === label.zh) === place,
  )
  const refusedFirst = results.find(result => result.kind === 'refused')
  if (unique.length === 0 && refusedFirst) return refusedFirst
  return { kind: 'choice', why, choices: unique.slice(0, mostChoices) }
}

const ambiguous = (words: string): Names => ({
  zh: `“${words}”可以有几种意思`,
  en: `“${words}” may mean several things`,
})

/** The measures of a word that have every dimension of the question; all of them where none has. */
function fitting(ids: readonly MeasureId[], draft: Draft): MeasureId[] {
  const asked = [
    ...draft.splits,
    ...draft.groups.flatMap(groups => (groups.length === 1 ? [groups[0]?.dimension ?? ''] : [])),
  ]
  const fitting = ids.filter(id => asked.every(name => misfit(measureNamed(id), name) === null))
  return fitting.length > 0 ? fitting : [...ids]
}

/**
 * Resolves members: the same name as unit and window means the unit; otherwise members whose dimensions the
 * measures have.
 */
function likely(groups: readonly MemberGroup[], draft: Draft): MemberGroup[] {
  const ids = draft.ids.flat()
  const matching = groups.filter(({ dimension, codes }) =>
    ids.some(
      id =>
        dimensionOf(measureNamed(id), dimension) !== null && !contradicts(measureNamed(id), dimension, codes),
    ),
  )
  const left = mergeGroups(matching.length > 0 ? matching : groups)
  const hasUnit = left.some(({ dimension }) => dimension === 'unit')
  return left.filter(({ dimension }) => !(dimension === 'window' && hasUnit))
}

const sayTimes: readonly Slots['words'][number]['kind'][] = ['units', 'order', 'threshold', 'change']

/** The word with several possible measures: a name, a word about duration, or a verb. */
function namedBy(slots: Slots, at: number, ids: readonly MeasureId[]): string {
  const isTime = ids.some(id => ['days', 'workingDays'].includes(measureNamed(id).unit))
  const time = slots.words.find(({ kind }) => sayTimes.includes(kind))
  const verb = slots.verbs[at]
  return (slots.measures[at] ?? (isTime ? (time ?? verb) : (verb ?? time)))?.text ?? ''
}

/** The drafts for the next open decision, one per alternative; null where everything is decided. */
function open(draft: Draft): { why: Names; drafts: Draft[] } | null {
  const groupsAt = draft.groups.findIndex(groups => groups.length > 1)
  const groups = draft.groups[groupsAt]
  if (groups)
    return {
      why: ambiguous(draft.slots.members[groupsAt]?.text ?? groups[0]?.names.zh ?? ''),
      drafts: groups.map(group => ({
        ...draft,
        groups: draft.groups.map((each, at) => (at === groupsAt ? [group] : each)),
      })),
    }
  const idsAt = draft.ids.findIndex(ids => ids.length > 1)
  const ids = draft.ids[idsAt]
  if (ids) {
    const word = namedBy(draft.slots, idsAt, ids)
    return {
      why: lateWhy(word, ids) ?? ambiguous(word),
      drafts: ids.map(id => ({ ...draft, ids: draft.ids.map((each, at) => (at === idsAt ? [id] : each)) })),
    }
  }
  const { options, why } = draft.period
  if (options.length > 1)
    return {
      why: why ?? ambiguous(''),
      drafts: options.map(option => ({
        ...draft,
        period: { ...draft.period, options: [option], why: null },
      })),
    }
  return null
}

/** The possible splits of a ranking or threshold that names none. */
const usualSplits = ['window', 'unit', 'item', 'category', 'buyer', 'serviceKind']

function missingSplit(draft: Draft): { why: Names; drafts: Draft[] } | null {
  const needs = draft.order !== null || draft.top !== null || draft.slots.thresholds.length > 0
  if (!needs || draft.splits.length > 0 || draft.granularity !== 'none') return null
  const [id] = draft.ids.flat()
  const fitting = usualSplits.filter(name => id !== undefined && misfit(measureNamed(id), name) === null)
  return {
    why: { zh: '没有说明按什么排名或比较', en: 'it was not said what is to be ranked or compared' },
    drafts: fitting.map(name => ({ ...draft, splits: [name] })),
  }
}

const refuse = (
  reason: 'notSplit' | 'hidden' | 'tooMuch' | 'notSupported',
  why: Names,
): Understanding & { kind: 'refused' } => ({
  kind: 'refused',
  reason,
  why,
  words: [],
})

/** Why the measures do not support a split or filter; null where they do. */
function misfits(ids: readonly MeasureId[], draft: Draft, reading: Reading): Understanding | null {
  const groups = draft.groups.flatMap(([group]) => group ?? [])
  for (const name of new Set([...draft.splits, ...groups.map(({ dimension }) => dimension)])) {
    const sensitive = dimensions.get(name)?.sensitive
    if (sensitive && !reading.reveal.includes(sensitive))
      return refuse('hidden', {
        zh: `“${dimensionNames(name).zh}”是受保护的信息，您的账户看不到`,
        en: `“${dimensionNames(name).en}” is protected; your account may not see it`,
      })
    for (const id of ids) {
      const why = misfit(measureNamed(id), name)
      const limits = groups.filter(({ dimension }) => dimension === name).map(({ names }) => names.zh)
      if (why) return { ...refuse('notSplit', why), words: limits }
    }
  }
  const vain = groups.find(({ dimension, codes }) =>
    ids.some(id => contradicts(measureNamed(id), dimension, codes)),
  )
  if (vain)
    return refuse('notSplit', {
      zh: `“${ids.map(id => measureNamed(id).names.zh).join('、')}”按口径不含“${vain.names.zh}”，结果必然为零，不作回答`,
      en: `by definition the figure does not include “${vain.names.en}”; the result would always be zero`,
    })
  const named = new Set(groups.map(({ dimension }) => dimension))
  if (named.has('unit') && named.has('window'))
    return refuse('tooMuch', { zh: '单位和窗口请只选一个', en: 'please name a unit or a window, not both' })
  return draft.splits.length > 2
    ? refuse('tooMuch', { zh: '一次最多按两项拆分', en: 'two splits at most' })
    : null
}

/** Several members side by side are all meant; 上午9点 means nine o'clock only. */
function together(earlier: readonly string[] | undefined, codes: readonly string[]): string[] {
  if (!earlier) return [...codes]
  const common = earlier.filter(code => codes.includes(code))
  return common.length > 0 ? common : [...earlier, ...codes]
}

function filtersOf(draft: Draft): Asked['filters'] {
  const codes = new Map<string, string[]>()
  for (const [group] of draft.groups)
    if (group) codes.set(group.dimension, together(codes.get(group.dimension), group.codes))
  return Array.from(codes, ([dimension, all]) => ({ dimension, in: [...new Set(all)].slice(0, 200) }))
}

function directionOf(order: Draft['order'], id: MeasureId): Asked['order'] | 'none' {
  if (order === null || order === 'highest' || order === 'lowest') return order
  const { better } = measureNamed(id)
  if (better === 'neutral') return 'none'
  return (order === 'best') === (better === 'higher') ? 'highest' : 'lowest'
}

/** Decides what is open in a draft, asks back where that is impossible, and returns the question. */
export function finish(draft: Draft, reading: Reading): Understanding {
  const narrowed: Draft = { ...draft, ids: draft.ids.map(ids => fitting(ids, draft)) }
  const grouped: Draft = { ...narrowed, groups: narrowed.groups.map(groups => likely(groups, narrowed)) }
  const unsettled = open(grouped) ?? missingSplit(grouped)
  if (unsettled && unsettled.drafts.length > 0) return branch(unsettled.why, unsettled.drafts, reading)
  const ids = [...new Set(grouped.ids.flat())]
  const [id] = ids
  if (id === undefined || ids.length > 4)
    return refuse('tooMuch', { zh: '一次最多问四个指标', en: 'four figures at most at a time' })
  const problem = misfits(ids, grouped, reading)
  if (problem) return problem
  const [said] = grouped.slots.thresholds
  const limit = said ? thresholdOf(said, ids) : null
  if (limit && 'problem' in limit) return refuse('notSupported', limit.problem)
  const order = directionOf(grouped.order, id)
  if (order === 'none')
    return refuse('notSupported', {
      zh: `“${measureNamed(id).names.zh}”多少没有好坏之分，请说最多或最少`,
      en: `more of “${measureNamed(id).names.en}” is neither good nor bad; please say most or fewest`,
    })
  return made(grouped, { ids, order, limit, reading })
}

function made(
  draft: Draft,
  {
    ids,
    order,
    limit,
    reading,
  }: {
    ids: MeasureId[]
    order: Asked['order']
    limit: { threshold: Threshold; note: Names | null } | null
    reading: Reading
  },
): Understanding {
  const period = draft.period.options[0] ?? 'yearToDate'
  const asked: Asked = {
    measures: ids,
    period,
    comparison: draft.period.comparison,
    granularity:
      draft.granularity === 'fitting'
        ? fittingGranularity(parsePeriod(period, reading.today))
        : draft.granularity,
    groupBy: draft.splits,
    filters: filtersOf(draft),
    order,
    top: draft.top,
    threshold: limit?.threshold ?? null,
  }
  const said = [...draft.notes, ...draft.period.notes, ...(limit?.note ? [limit.note] : [])]
  const notes = [...said, ...notesOf(asked, reading.today)]
  return { kind: 'understood', asked, notes }
}
