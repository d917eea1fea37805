import type { MeasureId, Names } from '#measures'
import type { Slots } from './slots.ts'
import { parsePeriod } from '#measures'

/** Measures of cases that are open and late, and of cases that were completed late. */
const isOpen: MeasureId = 'overdueOpenCases'
const wereCompleted: MeasureId = 'overdueCompletions'

/** True where a text is about more than the present: a month, a series or a change. */
function speaksOfTime({ periods, granularities, comparisons }: Slots, today: number): boolean {
  const isNow = (period: string): boolean => {
    const { from, to } = parsePeriod(period, today)
    return from === today && to === today
  }
  return (
    granularities.length > 0 || comparisons.length > 0 || periods.some(({ options }) => !options.every(isNow))
  )
}

/** True where a word can mean both open late cases and cases completed late. */
export const isLateOrOpen = (ids: readonly MeasureId[]): boolean =>
  ids.includes(isOpen) && ids.includes(wereCompleted)

/**
 * The possible meanings of 超期. Without a period it means open late cases; with a month it can also mean cases
 * completed late in it, so both are offered.
 */
export function lateMeant(ids: MeasureId[], slots: Slots, today: number): MeasureId[] {
  if (!isLateOrOpen(ids)) return ids
  return speaksOfTime(slots, today) ? ids : ids.filter(id => id !== wereCompleted)
}

/** What sets the meanings of a word for late cases apart; null for any other word. */
export const lateWhy = (word: string, ids: readonly MeasureId[]): Names | null =>
  isLateOrOpen(ids)
    ? {
        zh: `“${word}”可以是到期末仍未办结且已超期的（在办超期），也可以是这一时期办结时已经超期的`,
        en: `“${word}” may be open and past the limit at the end of the period, or completed late in it`,
      }
    : null

/** 在办的、超期的件 are those that are open and late: one word says what the other is. */
export function joinedLate({ measures: words, words: said, ands }: Slots): { ids: MeasureId[] }[] {
  // 在办多少件，超期多少件 are two figures.
  const counts = said.filter(({ kind }) => kind === 'howMany').length
  const isLate = ({ ids }: { ids: MeasureId[] }): boolean => ids.includes(isOpen)
  const stands = ({ ids }: { ids: MeasureId[] }): boolean => ids.length === 1 && ids[0] === 'openCases'
  if (counts > 1 || ands.length > 0 || !words.some(isLate) || !words.some(stands)) return [...words]
  return words.filter(word => !stands(word)).map(word => (isLate(word) ? { ids: [isOpen] } : word))
}
