import type { Language, Names } from '#measures'
import { dateWords, monthName, parsePeriod, textOfDay } from '#measures'

const quarterNames = ['一', '二', '三', '四']
const quarterWords = ['first', 'second', 'third', 'fourth']

const bothLanguages = (say: (language: Language) => string): Names => ({ zh: say('zh'), en: say('en') })

/** The understood period as text, with its days. */
export function periodWords(text: string, today: number): Names {
  const period = parsePeriod(text, today)
  const from = textOfDay(period.from)
  const [year, month] = [from.slice(0, 4), Number(from.slice(5, 7))]
  const quarter = Math.floor((month - 1) / 3)
  if (text === 'yearToDate') return { zh: '今年以来', en: 'this year so far' }
  const week = /^(\d{4})-W(\d\d)$/.exec(text)
  if (week) return { zh: `${week[1]}年第${Number(week[2])}周`, en: `week ${Number(week[2])} of ${week[1]}` }
  switch (period.kind) {
    case 'day':
      return bothLanguages(language => dateWords(from, language, ''))
    case 'month':
      return { zh: `${year}年${month}月`, en: `${monthName(month)} ${year}` }
    case 'quarter':
      return {
        zh: `${year}年${quarterNames[quarter]}季度`,
        en: `${quarterWords[quarter]} quarter of ${year}`,
      }
    case 'half':
      return {
        zh: `${year}年${month === 1 ? '上' : '下'}半年`,
        en: `${month === 1 ? 'first' : 'second'} half of ${year}`,
      }
    case 'year':
      return { zh: `${year}年`, en: year }
    default:
      return rangeWords(period)
  }
}

/** A day with its year. */
export const dayWords = (day: number): Names =>
  bothLanguages(language => dateWords(textOfDay(day), language, ''))

/** The first and the last day of a period in words. */
export function rangeWords({ from, to }: { from: number; to: number }): Names {
  const [first, last] = [textOfDay(from), textOfDay(to)]
  return {
    zh: `${dateWords(first, 'zh', '')}至${dateWords(last, 'zh', '')}`,
    en: `${dateWords(first, 'en', '')} to ${dateWords(last, 'en', '')}`,
  }
}

/** What it is compared with; null where it is with nothing. */
export function comparisonWords(comparison: string, today: number): Names | null {
  if (comparison === 'none') return null
  if (comparison === 'lastYear') return { zh: '同比', en: 'year on year' }
  if (comparison === 'previous') return { zh: '环比', en: 'compared with the previous period' }
  if (comparison === 'sameWorkingDaysLastYear')
    return { zh: '按去年同样多的工作日比', en: 'by as many working days last year' }
  const words = periodWords(comparison, today)
  return { zh: `与${words.zh}相比`, en: `compared with ${words.en}` }
}
