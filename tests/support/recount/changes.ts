import type { Language, MeasureId } from '#measures'
import { isMoney, kindOf, readNumber } from './printed.ts'

/** Two figures of one measure, and how their change is printed. */
export interface Compared {
  measure: MeasureId
  now: number
  before: number
  comparison: string
  language: Language
}

/**
 * The words of a change, by comparison. Which of those for `previous` fit is tested in
 * tests/measures/calendarPeriod.
 */
const comparisonWords: Record<string, Record<Language, [moved: RegExp, equal: RegExp]>> = {
  lastYear: { zh: [/同比/, /与上年同期/], en: [/year on year/, /year on year/] },
  previous: {
    zh: [/环比|较前一等长时期/, /与上期|与前一等长时期/],
    en: [/on the period before|on as many days before/, /on the period before|on as many days before/],
  },
  sameWorkingDaysLastYear: {
    zh: [/与去年相同工作日数相比/, /与去年相同工作日数/],
    en: [/on as many working days of last year/, /on as many working days of last year/],
  },
}

const equalWords = { zh: /(基本)?持平$/, en: /^(almost )?unchanged / } as const

/** The smallest difference that a printed change can show. */
function resolution(measure: MeasureId, before: number): number {
  const kind = kindOf(measure)
  if (kind === 'share') return 0.00005
  return kind === 'time' || isMoney(measure) ? 0.005 : Math.max(1, before * 0.0005) / 2
}

/** Parses the size and the direction of a change in a text. */
function sizeIn(text: string, language: Language): { size: string; isUp: boolean } | null {
  const words =
    language === 'zh'
      ? /(增长|增加|提高|延长|下降|减少|缩短)(.+)$/
      : /^(up|longer by|down|shorter by) (.+?) (?:year|on) /
  const [, move = '', size = ''] = words.exec(text) ?? []
  return move === '' ? null : { size, isUp: /增|提高|延长|up|longer/.test(move) }
}

/** The reason why a size is not the difference of two figures; null where it is. */
function sizeFault(size: string, { measure, now, before }: Compared): string | null {
  const difference = Math.abs(now - before)
  const points = /^(\d+(?:\.\d+)?)(?:个百分点| percentage points?)$/.exec(size)
  if (kindOf(measure) === 'share') {
    if (!points) return 'shares differ in percentage points'
    const [, digits = ''] = points
    const half = 0.5 * 10 ** -Math.max(1, digits.split('.')[1]?.length ?? 1)
    return Math.abs(Number(digits) - difference * 100) <= half + 1e-9 ? null : `${difference * 100} points`
  }
  const printed = readNumber(size)
  if (printed.words === '%') {
    const relative = difference / before
    if (before <= 0 || now <= 0) return 'no share of nothing, and no fall of 100 %'
    return Math.abs(printed.value - relative) <= printed.half + 1e-9 ? null : `${relative * 100} %`
  }
  return Math.abs(printed.value - difference) <= printed.half + 1e-9 ? null : `${difference}`
}

/** The reason why a printed change is not the counted one; null where it is. */
export function changeFault(text: string, compared: Compared): string | null {
  const { measure, now, before, comparison, language } = compared
  const [moved, equal] = comparisonWords[comparison]?.[language] ?? [/\?/, /\?/]
  const least = resolution(measure, before)
  const difference = Math.abs(now - before)
  if (text === '') return difference < least ? null : 'the change is missing'
  if (equalWords[language].test(text)) {
    if (!equal.test(text)) return `not said as “${equal.source}”`
    return difference <= Math.max(least * 2 * (1 + 1e-9), 0) ? null : `not equal: ${difference}`
  }
  if (!moved.test(text)) return `not said as “${moved.source}”`
  const parts = sizeIn(text, language)
  if (!parts) return 'no change can be read in it'
  if (parts.isUp !== now > before) return 'the wrong direction'
  return sizeFault(parts.size, compared)
}
