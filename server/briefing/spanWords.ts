import type { Granularity, Language } from '#measures'
import { dayFromText, monthEnd, textOfDay } from '#measures'

interface Span {
  from: string
  to: string
}

const partsOf = (day: string): [year: number, month: number, date: number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}
const isMonthEnd = (day: string): boolean => textOfDay(monthEnd(dayFromText(day) ?? 0)) === day

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const monthName = (month: number): string => months[month - 1] ?? ''

/** Formats whole months, whole years, or dates: 2026年10月, 2012年9—12月, 2025年, 2012年8月8日—12月31日. */
export function spanWords({ from, to }: Span, language: Language): string {
  const [year, month, date] = partsOf(from)
  const [lastYear, lastMonth, lastDate] = partsOf(to)
  const isWhole = date === 1 && isMonthEnd(to) && year === lastYear
  if (isWhole && month === 1 && lastMonth === 12) return language === 'zh' ? `${year}年` : `${year}`
  if (language === 'en') {
    if (isWhole) return `${monthName(month)}${month === lastMonth ? '' : `–${monthName(lastMonth)}`} ${year}`
    const first = `${date} ${monthName(month)}${year === lastYear ? '' : ` ${year}`}`
    return `${from === to ? '' : `${first} – `}${lastDate} ${monthName(lastMonth)} ${lastYear}`
  }
  if (isWhole) return `${year}年${month}${month === lastMonth ? '' : `—${lastMonth}`}月`
  const last = `${year === lastYear ? '' : `${lastYear}年`}${lastMonth}月${lastDate}日`
  return `${year}年${month}月${date}日${from === to ? '' : `—${last}`}`
}

const partOfYear = {
  zh: { quarter: ['一季度', '二季度', '三季度', '四季度'], half: ['上半年', '下半年'] },
  en: { quarter: ['Q1', 'Q2', 'Q3', 'Q4'], half: ['H1', 'H2'] },
} as const

/** A bucket without its year: 10月13日, 10月12日起 for a week, 10月, 三季度. */
function bare(day: string, granularity: Granularity, language: Language): string {
  const [year, month, date] = partsOf(day)
  const zh = language === 'zh'
  switch (granularity) {
    case 'day':
      return zh ? `${month}月${date}日` : `${date} ${monthName(month)}`
    case 'week':
      return zh ? `${month}月${date}日起` : `from ${date} ${monthName(month)}`
    case 'month':
      return zh ? `${month}月` : monthName(month)
    case 'quarter':
      return partOfYear[language].quarter[Math.ceil(month / 3) - 1] ?? ''
    case 'half':
      return partOfYear[language].half[month <= 6 ? 0 : 1]
    case 'year':
    case 'none':
      return zh ? `${year}年` : `${year}`
  }
}

/**
 * The names of buckets. The year is given at the first bucket and wherever it changes; days and weeks within
 * one year have none.
 */
export function bucketNames(
  buckets: readonly Span[],
  { granularity, language }: { granularity: Granularity; language: Language },
): string[] {
  if (granularity === 'none') return buckets.map(bucket => spanWords(bucket, language))
  const years = buckets.map(({ from }) => partsOf(from)[0])
  const isShort = granularity === 'day' || granularity === 'week'
  return buckets.map(({ from }, place) => {
    const name = bare(from, granularity, language)
    const isNews = place === 0 ? !isShort || new Set(years).size > 1 : years[place] !== years[place - 1]
    if (granularity === 'year' || !isNews) return name
    return language === 'zh' ? `${years[place]}年${name}` : `${name} ${years[place]}`
  })
}
