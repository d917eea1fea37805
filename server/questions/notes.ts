import type { Names } from '#measures'
import type { Asked } from './asked.ts'
import { compare, leavesOutNone, measureNamed, parsePeriod, textOfDay } from '#measures'
import { comparisonWords, dayWords, rangeWords } from './periodWords.ts'

/**
 * The compared days of a list or series; null where there is no comparison, or where the calendar decides.
 * The answer of a single figure names them itself.
 */
function comparedNote(
  { period: text, comparison, groupBy, granularity }: Asked,
  today: number,
): Names | null {
  const name = comparisonWords(comparison, today)
  const isFigure = groupBy.length === 0 && granularity === 'none'
  if (name === null || isFigure || comparison === 'sameWorkingDaysLastYear') return null
  const period = parsePeriod(text, today)
  const lastDay = Math.max(period.from, today)
  const { earlier } = compare({ period, comparison, lastDay, today, calendar: null })
  if (!earlier) return null
  const [days, start] = [rangeWords(earlier), dayWords(earlier.from)]
  if (period.to < today) return { zh: `${name.zh}：对比的是${days.zh}`, en: `${name.en}: ${days.en}` }
  return {
    zh: `${name.zh}：对比的是自${start.zh}起、与本期数据同样长的一段`,
    en: `${name.en}: from ${start.en} on, as long a time as is known of this one`,
  }
}

const stocks: readonly string[] = ['level', 'catalogue']

/** A stock of a period that is over is that of its last day. */
function stockNote({ measures, granularity, period: text }: Asked, today: number): Names | null {
  const { from, to } = parsePeriod(text, today)
  const stocksAsked = measures.map(measureNamed).filter(({ kind }) => stocks.includes(kind))
  if (stocksAsked.length === 0 || granularity !== 'none' || from === to || to >= today) return null
  const end = dayWords(to)
  return {
    zh: `“${stocksAsked.map(({ names }) => names.zh).join('”“')}”是期末（${end.zh}）的数`,
    en: `${stocksAsked.map(({ names }) => names.en).join(' and ')}: as it stood at the end, on ${end.en}`,
  }
}

/** The fewest of those that have any: who has none is not in the list. */
function unrecordedNote(asked: Asked): Names | null {
  const [id] = asked.measures
  if (id === undefined || !leavesOutNone(asked, measureNamed(id))) return null
  return {
    zh: '只列有记录的；一条记录也没有的（为 0）不在名单里',
    en: 'only those with a record are listed; those without any, whose number is 0, are not',
  }
}

/** That what stands on a day is of the last day with data, where today has none yet; null for all else. */
export function lastDayNote(
  { measures, period }: Pick<Asked, 'measures' | 'period'>,
  dataUntil: number | null,
): Names | null {
  const isOfDay = measures.every(id => measureNamed(id).kind === 'level')
  if (dataUntil === null || !isOfDay || period !== textOfDay(dataUntil)) return null
  const { zh, en } = dayWords(dataUntil)
  return {
    zh: `今天尚无数据，答的是最近有数据的一天（${zh}）`,
    en: `there is no data for today yet; this is the last day with data (${en})`,
  }
}

/** The notes that prevent a question's figures from being misread. */
export const notesOf = (asked: Asked, today: number): Names[] =>
  [comparedNote(asked, today), stockNote(asked, today), unrecordedNote(asked)].filter(note => note !== null)
