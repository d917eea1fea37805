import type { MeasureId, Names, Period } from '#measures'
import type { Reading } from './asked.ts'
import type { Slots } from './slots.ts'
import { addMonths, measureNamed, monthStart, parsePeriod, periodText, textOfDay, yearOf } from '#measures'
import { lastDayNote } from './notes.ts'
import { monthOf, quarterAway, weekText } from './periodParts.ts'
import { periodWords } from './periodWords.ts'

/** The possible periods and comparisons of a text. */
export interface PeriodMeant {
  options: string[]
  why: Names | null
  comparison: string
  notes: Names[]
}

/** Why the words about time could not be understood. */
interface PeriodProblem {
  problem: Names
  options: string[]
}

const isStock = (id: MeasureId): boolean => ['level', 'catalogue'].includes(measureNamed(id).kind)

/**
 * What stands on a day is asked of the last day with data where today has none yet, and the note says so;
 * null for all else.
 */
function lastKnown(measures: MeasureId[], { dataUntil = null }: Reading) {
  if (dataUntil === null) return null
  const period = textOfDay(dataUntil)
  const note = lastDayNote({ measures, period }, dataUntil)
  return note && { period, note }
}

/** The default where no period was named: said in a note, and shown as a chip. */
function unnamed(ids: readonly MeasureId[]): { period: string; note: Names } {
  return ids.every(isStock)
    ? { period: 'today', note: { zh: '没有说时期，按今天', en: 'no period was named; today is taken' } }
    : {
        period: 'yearToDate',
        note: { zh: '没有说时期，按今年以来', en: 'no period was named; this year so far is taken' },
      }
}

/** 环比 without a period is about the last one that is complete: the year so far has no usual one before it. */
function lastComplete({ step }: Slots, today: number): { period: string; note: Names } {
  const period = { week: weekText(today - 7), month: 'lastMonth', quarter: quarterAway(today, -1) }[step]
  const { zh, en } = periodWords(period, today)
  return {
    period,
    note: {
      zh: `没有说时期，按最近一个完整的时期（${zh}），与它的上一期比`,
      en: `no period was named; the last complete one (${en}) is compared with the one before it`,
    },
  }
}

const lengthOf = ({ from, to }: Period): number => to - from

/** Converts an earlier period to a comparison: a year before, one step before, or dates of its own. */
function relation(asked: string, earlier: string, today: number): string | null {
  const [now, then] = [parsePeriod(asked, today), parsePeriod(earlier, today)]
  if (then.from >= now.from) return null
  if (addMonths(now.from, -12) === then.from && Math.abs(lengthOf(now) - lengthOf(then)) <= 1)
    return 'lastYear'
  if (
    then.kind === 'year' &&
    yearOf(now.from) - 1 === yearOf(then.from) &&
    yearOf(now.to) === yearOf(now.from)
  )
    return 'lastYear'
  if (now.kind === then.kind && then.to === now.from - 1) return 'previous'
  return Math.abs(lengthOf(now) - lengthOf(then)) <= 3 ? earlier : null
}

/** The current period that goes with an earlier one that was named alone: 比去年 is about this year. */
function counterpart(earlier: string, today: number): string | null {
  const { kind, from } = parsePeriod(earlier, today)
  if (kind === 'year' && yearOf(from) === yearOf(today) - 1) return 'yearToDate'
  if (earlier === 'lastMonth') return 'thisMonth'
  return earlier === 'yesterday' ? 'today' : null
}

const unclear: Names = {
  zh: '提到了几个时期，请选择要问的一个',
  en: 'several periods were named; which one is meant?',
}

/** True where a period is the one compared with: 和去年比, 比去年, compared with 2025. */
function isCompared({ at, to }: { at: number; to: number }, slots: Slots): boolean {
  const isBefore = slots.versus.some(word => word.to <= at && at - word.to <= 1)
  const isBehind = slots.versus.some(word => word.at >= to && word.at - to <= 1)
  const hasAnd = slots.ands.some(place => place < at && at - place <= 1)
  return isBefore || (isBehind && hasAnd)
}

/** 一季度和二季度收件最多的窗口: a ranking may be over both periods, or of each of them. */
const ranksOverBoth = ({ orders, tops, bottoms, versus, comparisons }: Slots): boolean =>
  orders.length + tops.length + bottoms.length > 0 && versus.length + comparisons.length === 0

/** Two periods that are joined by “and”: the later one, compared with the earlier one. */
function pairOf(slots: Slots, today: number): { earlier: Slots['periods'][number] } | null {
  const [first, second, third] = slots.periods
  if (!first || !second || third) return null
  const areJoined = slots.ands.some(at => at >= first.to && at < second.at && second.at - first.to <= 5)
  if (!areJoined || ranksOverBoth(slots)) return null
  const from = ({ options: [option = ''] }: Slots['periods'][number]): number =>
    parsePeriod(option, today).from
  return { earlier: from(first) < from(second) ? first : second }
}

/** 去年同期 alone may be the time of a year ago, or this year compared with it. */
function loosePeriod(comparison: string, today: number): PeriodProblem {
  const lastYear = comparison === 'lastYear'
  const [from, to] = [
    monthStart(today, lastYear ? -12 - monthOf(today) + 1 : -1),
    addMonths(today, lastYear ? -12 : -1),
  ]
  return {
    problem: {
      zh: '只说了同期，没有说和哪个时期相对',
      en: 'it was not said which period “the same period” refers to',
    },
    options: [periodText({ from, to }), lastYear ? 'yearToDate' : 'thisMonth'],
  }
}

/** The period of a text. */
export function periodMeant(
  slots: Slots,
  ids: readonly MeasureId[],
  reading: Reading,
): PeriodMeant | PeriodProblem {
  const { today } = reading
  const [comparison = 'none', ...more] = slots.comparisons
  const worded = wordedPair(slots, comparison, today)
  if (worded) return worded
  const pair = pairOf(slots, today)
  const compared = pair
    ? [pair.earlier]
    : slots.periods.filter(period => comparison === 'none' && isCompared(period, slots))
  const asked = slots.periods.filter(period => !compared.includes(period))
  const [only] = asked
  const [earlier] = compared
  if (asked.length > 1 || compared.length > 1 || more.some(name => name !== comparison))
    return { problem: unclear, options: slots.periods.flatMap(({ options }) => options) }
  if (slots.versus.length > 0 && compared.length === 0 && slots.members.length < 2 && comparison === 'none')
    return {
      problem: { zh: '没有识别出与什么比较', en: 'it was not understood what to compare with' },
      options: [],
    }
  if (slots.isLoose && !only && slots.versus.length === 0) return loosePeriod(comparison, today)
  if (!earlier) {
    const isToday = !only || (only.options.length === 1 && only.options[0] === 'today')
    const latest = isToday && comparison !== 'previous' ? lastKnown([...ids], reading) : null
    if (only && !latest) return { ...only, comparison, notes: [] }
    const { period, note } = latest ?? (comparison === 'previous' ? lastComplete(slots, today) : unnamed(ids))
    return { options: [period], why: null, comparison, notes: [note] }
  }
  return comparedWith(earlier.options, only ?? null, today)
}

/** 三季度环比二季度: a word of comparison between the two periods that it compares. */
function wordedPair({ periods, versus }: Slots, comparison: string, today: number): PeriodMeant | null {
  const [first, second, third] = periods
  if (!first || !second || third || versus.length > 0 || comparison === 'none') return null
  const [asked = '', earlier = ''] = [first.options[0], second.options[0]]
  const isOne = first.options.length === 1 && second.options.length === 1
  const related = isOne && first.at < second.at ? relation(asked, earlier, today) : null
  return related === null ? null : { options: [asked], why: null, comparison: related, notes: [] }
}

function comparedWith(
  [earlier = '', ...others]: string[],
  asked: Slots['periods'][number] | null,
  today: number,
): PeriodMeant | PeriodProblem {
  const period = asked ? (asked.options[0] ?? '') : counterpart(earlier, today)
  const related = period === null ? null : relation(period, earlier, today)
  if (period === null || related === null || others.length > 0 || (asked?.options.length ?? 1) > 1)
    return {
      problem: {
        zh: '要比的两个时期不一样长，或没有说清哪个和哪个比',
        en: 'the two periods differ in length, or it is not clear which is compared with which',
      },
      options: period === null ? [] : [period],
    }
  const note = {
    zh: '没有说和哪个时期比，按今年（本月、今天）与之比',
    en: 'the current period is compared with it',
  }
  return { options: [period], why: null, comparison: related, notes: asked ? [] : [note] }
}
