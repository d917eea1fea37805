import type { Change } from './change.ts'
import type { Language, Printable, Printing } from './format.ts'
import type { Unit } from './measure.ts'
import type { Figure } from './value.ts'
import { countUnits, isShare } from './change.ts'
import { estimated, percentText, pointsOf, printLine, printValue, relativeText } from './format.ts'
import { shownValue } from './value.ts'

/**
 * The form of a number in a sentence: as in tables; truncated to its leading digits with 余, 多 or 近; or a
 * share in whole per cent.
 */
export type NumberForm = 'plain' | 'about' | 'whole'

/** How a number is truncated: to multiples of `step`, printed in units of `per` with `word`. */
interface Truncation {
  word: string
  per: number
  step: number
}

/** The customary precision of money in 元: 3.5亿, 3600万, 360万, 36万, 3.6万. */
function moneyTruncation(yuan: number): Truncation | null {
  if (yuan >= 1e10) return { word: '亿', per: 1e8, step: 1e8 }
  if (yuan >= 1e8) return { word: '亿', per: 1e8, step: 1e7 }
  const steps = [
    [1e7, 1e6],
    [1e6, 1e5],
    [1e5, 1e4],
    [1e4, 1e3],
  ] as const
  const step = steps.find(([least]) => yuan >= least)
  return step ? { word: '万', per: 1e4, step: step[1] } : null
}

/** The customary precision of counts: 3万多件, 3200多件, 340多件, 40多个; null below ten. */
function countTruncation(count: number): Truncation | null {
  if (count >= 1e4) return { word: '万', per: 1e4, step: 1e4 }
  return count >= 10 ? { word: '', per: 1, step: count >= 1000 ? 100 : 10 } : null
}

/** Decimal digits without an exponent and without trailing zeros: 3.5, 3600. */
const digits = (value: number): string => String(Number(value.toFixed(4)))

/**
 * 余 comes before 万 after a whole number (3600余万元), else after the word (3.5亿余元, 3.6万余元); 多 of counts comes
 * last (3万多件).
 */
function withMore(number: string, word: string, more: '余' | '多'): string {
  return more === '余' && word === '万' && !number.includes('.') ? `${number}余万` : `${number}${word}${more}`
}

/**
 * A number truncated to its leading digits, never rounded up. `X余` means X < v < X + u, with u the step of
 * the last printed digit; `近X` means that v is below X by at most u/20; X alone means that v is exactly X
 * (docs/domain.md section 7.1, GB/T 15835).
 */
function truncatedText(value: number, { word, per, step }: Truncation, more: '余' | '多'): string {
  const below = Math.floor(value / step) * step
  if (below === value) return `${digits(below / per)}${word}`
  const above = below + step
  return value >= above - step / 20
    ? `近${digits(above / per)}${word}`
    : withMore(digits(below / per), word, more)
}

/** Only yuan have this usage; amounts in other currencies are printed as in tables. */
function aboutText(value: number, unit: Unit, currency: string): string | null {
  if (unit === 'fen') {
    const truncation = currency === 'CNY' ? moneyTruncation(value / 100) : null
    return truncation && `${truncatedText(value / 100, truncation, '余')}元`
  }
  const truncation = countUnits.includes(unit) && Number.isInteger(value) ? countTruncation(value) : null
  if (!truncation) return null
  const { unit: word } = printValue(value, { unit }, { language: 'zh', currency })
  return truncatedText(value, truncation, '多') + word
}

/** A share in whole per cent. It is never 100 with a failure in it, nor 0 with a success. */
export function wholePercent(share: number): string {
  const rounded = Math.round(share * 100)
  return (rounded === 100 && share < 1) || (rounded === 0 && share > 0) ? percentText(share) : String(rounded)
}

/** A working time below half a day is not printed with decimals. */
const shortTime = { zh: '不足半个工作日', en: 'less than half a working day' } as const
const isShortTime = (value: number, unit: Unit): boolean => unit === 'workingDays' && value > 0 && value < 0.5

/** Numbers in Chinese sentences have no thousands separators. */
const inSentence = (number: string, language: Language): string =>
  language === 'zh' ? number.replaceAll(',', '') : number

function plainText(value: number, of: Printable, how: Printing): string {
  const line = printLine(value, of, how)
  // The sentence itself names the base: 平均每个工作日1.04宗.
  return how.language === 'zh' ? line.replaceAll(/[ ,]|／.*$/g, '') : line
}

/**
 * Prints a number for a sentence: 104宗, 3.5亿余元, 3万多件, 83%; — for null. English has no form for 余 and prints
 * as in tables.
 */
export function proseValue(
  value: number | null,
  of: Printable,
  how: Printing & { form: NumberForm },
): string {
  if (value === null) return printLine(null, of, how)
  if (how.form === 'whole' && isShare(of.unit) && value >= 0) return `${wholePercent(value)}%`
  if (isShortTime(value, of.unit)) return shortTime[how.language]
  const about = how.form === 'about' && how.language === 'zh' ? aboutText(value, of.unit, how.currency) : null
  return about ?? plainText(value, of, how)
}

/** Prints a figure for a sentence; — also where its measure counted none of the existing records. */
export function proseFigure(figure: Figure, of: Printable, how: Printing & { form: NumberForm }): string {
  return proseValue(shownValue(figure), estimated(of, figure), how)
}

/** The names of comparisons in official prose. */
export const proseComparisons = {
  lastYear: { zh: '同比', en: 'year on year' },
  previous: { zh: '环比', en: 'on the period before' },
  /** 环比 is only used for days, weeks, months, quarters, half-years and years. */
  sameLengthBefore: { zh: '较前一等长时期', en: 'on as many days before' },
  sameWorkingDaysLastYear: { zh: '与去年相同工作日数相比', en: 'on as many working days of last year' },
  other: { zh: '与对比期相比', en: 'on the compared period' },
} as const
export type ProseComparison = keyof typeof proseComparisons

/** The names of comparisons for sentences without a direction. */
const equals = {
  lastYear: '与上年同期',
  previous: '与上期',
  sameLengthBefore: '与前一等长时期',
  sameWorkingDaysLastYear: '与去年相同工作日数',
  other: '与对比期',
} as const

const moves = {
  share: { zh: { up: '提高', down: '下降' }, en: { up: 'up', down: 'down' } },
  time: { zh: { up: '延长', down: '缩短' }, en: { up: 'longer by', down: 'shorter by' } },
  amount: { zh: { up: '增加', down: '减少' }, en: { up: 'up', down: 'down' } },
  relative: { zh: { up: '增长', down: '下降' }, en: { up: 'up', down: 'down' } },
} as const

const moveOf = (unit: Unit): keyof typeof moves =>
  isShare(unit) ? 'share' : unit === 'workingDays' || unit === 'days' ? 'time' : 'amount'

function pointsText(change: Change, language: Language): string {
  const points = Number(pointsOf(change).replaceAll(',', ''))
  return language === 'zh' ? `${points}个百分点` : `${points} percentage point${points === 1 ? '' : 's'}`
}

/** The smallest ratio to the earlier count that is printed as a percentage. */
const leastShare = 0.0005

function sizeText(change: Change, unit: Unit, how: Printing & { isRelative: boolean }): string {
  if (isShare(unit)) return pointsText(change, how.language)
  if (how.isRelative) return `${inSentence(relativeText(change), how.language)}%`
  return plainText(Math.abs(change.difference), estimated({ unit }, change), how)
}

function sameText(than: ProseComparison, language: Language, nearly: boolean): string {
  if (language === 'zh') return `${equals[than]}${nearly ? '基本' : ''}持平`
  return `${nearly ? 'almost ' : ''}unchanged ${proseComparisons[than].en}`
}

/** Whether a difference would print as zero. */
const isBelowPrint = (text: string): boolean => !/[1-9]/.test(text)

/**
 * Prints a change for a sentence: 同比增长76.6%; 环比提高1.1个百分点; 同比缩短0.5个工作日; 与上年同期持平. A decrease is never a
 * negative increase, and a difference of shares is never in per cent. Null where the sides cannot be
 * compared, or the difference is smaller than any printed digit.
 */
export function proseChange(
  change: Change | null,
  { unit }: Printable,
  how: Printing & { than: ProseComparison },
): string | null {
  const { language, than } = how
  if (change === null) return null
  if (change.direction === 'same') return sameText(than, language, false)
  // A decrease to zero is printed as an amount, because 100 % would say less.
  const isRelative =
    change.relative !== null && change.relative > -1 && moveOf(unit) === 'amount' && !isShare(unit)
  if (isRelative && Math.abs(change.relative ?? 0) < leastShare) return sameText(than, language, true)
  const size = sizeText(change, unit, { ...how, isRelative })
  if (isBelowPrint(size)) return null
  const move = moves[isRelative ? 'relative' : moveOf(unit)][language][change.direction]
  const words = proseComparisons[than][language]
  return language === 'zh' ? `${words}${move}${size}` : `${move} ${size} ${words}`
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** Prints 1 to 99 in Chinese: 三, 十一, 二十四. */
export function chineseNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : (numerals[tens] ?? '')}十`
  return ten && ones === 0 ? ten : `${ten}${numerals[ones] ?? ''}`
}

const twoOf = (value: number): string => (value === 2 ? '两' : chineseNumeral(value))

/**
 * Prints a duration in Chinese, never rounded up: 12天, 四个月, 四个多月 (four months and some days), 一年, 十四年多
 * (docs/domain.md section 7.1).
 */
export function proseMonths(months: number, daysOver: number): string {
  if (months === 0) return `${Math.max(1, daysOver)}天`
  const [years, rest] = [Math.floor(months / 12), months % 12]
  if (years === 0) return `${twoOf(months)}个${daysOver > 0 ? '多' : ''}月`
  return `${twoOf(years)}年${rest > 0 || daysOver > 0 ? '多' : ''}`
}
