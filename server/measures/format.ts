import type { Change } from './change.ts'
import type { Measure, Names, Unit } from './measure.ts'
import type { Figure } from './value.ts'
import { isShare } from './change.ts'
import { shownValue } from './value.ts'

export type Language = 'zh' | 'en'

/** The language of values, and the currency (ISO 4217) of money. */
export interface Printing {
  language: Language
  currency: string
}

/**
 * What determines the print of a value: its unit, the words for values below zero, and its possible error. A
 * measure can be used.
 */
export type Printable = Pick<Measure, 'unit' | 'belowZero'> &
  Pick<Figure, 'error'> & {
    /** Whether it is a value of several records. */
    isOfSeveral?: boolean
  }

/** A printed value: the figure, and its unit in smaller type. */
export interface Printed {
  text: string
  unit: string
}

/** Printed where there is no value. */
export const nothing = '—'

const unitWords: Record<Exclude<Unit, 'fen' | 'hundredths' | 'percent'>, Names> = {
  cases: { zh: '件', en: 'cases' },
  items: { zh: '项', en: 'items' },
  trades: { zh: '宗', en: 'trades' },
  units: { zh: '个', en: 'units' },
  windows: { zh: '个', en: 'windows' },
  persons: { zh: '人', en: 'people' },
  visits: { zh: '人次', en: 'visits' },
  rules: { zh: '项', en: 'rules' },
  banners: { zh: '面', en: 'banners' },
  times: { zh: '次', en: 'times' },
  letters: { zh: '封', en: 'letters' },
  complaints: { zh: '件', en: 'complaints' },
  reviews: { zh: '条', en: 'reviews' },
  calls: { zh: '件', en: 'calls' },
  workingDays: { zh: '个工作日', en: 'working days' },
  days: { zh: '天', en: 'days' },
  halfDays: { zh: '个半天', en: 'half-days' },
  perWorkingDay: { zh: '宗／工作日', en: 'per working day' },
  casesPerWorkingDay: { zh: '件／工作日', en: 'cases per working day' },
  perActiveDay: { zh: '宗／有交易日', en: 'per active day' },
  perTrade: { zh: '家', en: 'bidders' },
  stars: { zh: '星', en: 'stars' },
  perTenThousand: { zh: '／万件', en: 'per 10,000 cases' },
  perHundredTrades: { zh: '次／百宗', en: 'per 100 procedures' },
  meetings: { zh: '次', en: 'meetings' },
  marks: { zh: '分', en: 'marks' },
}

/** Cached by digits: creating a format takes longer than printing a hundred numbers. */
const formats = new Map<number, Intl.NumberFormat>()

/** A number with thousands separators and fixed decimals, never as −0. */
export function grouped(value: number, digits: number): string {
  const format =
    formats.get(digits) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  formats.set(digits, format)
  const text = format.format(value)
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}

/** A share in per cent. It never prints as 100 with a failure in it, nor as 0 with a success. */
export function percentText(share: number): string {
  const rounded = grouped(share * 100, 1)
  if (rounded === '100.0' && share < 1) return '99.9'
  if (rounded === '0.0' && share > 0) return '<0.1'
  return rounded === '100.0' ? '100' : rounded
}

/** 元, 万元 and 亿元 for yuan; other currencies by their code, so that no amount is mistaken for yuan. */
function moneyWord(size: '' | '万' | '亿' | 'million', { language, currency }: Printing): string {
  if (currency !== 'CNY') return `${size} ${currency}`.trim()
  return language === 'zh' ? `${size}元` : `${size} yuan`.trim()
}

/** The word for a whole unit of a currency: 元, yuan, USD. */
export const currencyWord = (how: Printing): string => moneyWord('', how)

/** Prints hundredths of a currency in the customary size: 亿 and 万, or millions. */
export function moneyOf(hundredths: number, how: Printing): Printed {
  const amount = hundredths / 100
  const size = Math.abs(amount)
  // English amounts are in millions; below 0.1 million, where hardly a digit would be left, they are in whole
  // units.
  if (how.language === 'en')
    return size >= 1e5
      ? { text: grouped(amount / 1e6, size >= 1e7 ? 1 : 2), unit: moneyWord('million', how) }
      : { text: grouped(amount, 0), unit: moneyWord('', how) }
  if (size >= 1e8) return { text: grouped(amount / 1e8, 2), unit: moneyWord('亿', how) }
  return size >= 1e4
    ? { text: grouped(amount / 1e4, size >= 1e7 ? 0 : 1), unit: moneyWord('万', how) }
    : { text: grouped(amount, 0), unit: moneyWord('', how) }
}

/**
 * Rounds an estimate so that the last printed digit is off by at most two: 1.473 ± 0.03 prints as 1.5, 123.4
 * ± 2.5 as 120.
 */
function estimateText(value: number, error: number): string {
  const place = Math.ceil(Math.log10(error / 2) - 1e-9)
  const step = 10 ** Math.abs(place)
  return place > 0
    ? grouped(Math.round(value / step) * step, 0)
    : grouped(Math.round(value * step) / step, -place)
}

const averages: readonly Unit[] = [
  'workingDays',
  'days',
  'perWorkingDay',
  'perActiveDay',
  'perTrade',
  'stars',
  'perTenThousand',
  'perHundredTrades',
  'marks',
]

/** Counts have no decimals, nor has the daily average of cases, unless it would print as 0. */
function decimalsOf(value: number, unit: Unit): number {
  const isSmall = Math.abs(value) < 10
  const isWhole = unit === 'casesPerWorkingDay' ? !isSmall : !averages.includes(unit)
  return isWhole || Number.isInteger(value) ? 0 : isSmall ? 2 : 1
}

function withUnit(value: number, { unit, error }: Printable, how: Printing): Printed {
  if (unit === 'fen') return moneyOf(value, how)
  if (unit === 'hundredths') return { text: grouped(value / 100, 2), unit: '' }
  if (unit === 'percent')
    return { text: error ? estimateText(100 * value, 100 * error) : percentText(value), unit: '%' }
  const word = unitWords[unit][how.language]
  if (error) return { text: estimateText(value, error), unit: word }
  const text = grouped(value, decimalsOf(value, unit))
  const isSingular = how.language === 'en' && /^-?1$/.test(text)
  return { text, unit: isSingular ? word.replace(/s(?=$| per )/, '').replace('people', 'person') : word }
}

/**
 * Prints a value with its unit. Null prints as —; a value below zero with the measure's words for it:
 * 超出控制价45.7 万元.
 */
export function printValue(value: number | null, of: Printable, how: Printing): Printed {
  if (value === null) return { text: nothing, unit: '' }
  const printed = withUnit(value, of, how)
  const below = of.belowZero?.[of.isOfSeveral ? 'together' : 'one'][how.language]
  if (below === undefined || !printed.text.startsWith('-')) return printed
  const { text, unit } = withUnit(-value, of, how)
  return how.language === 'zh' ? { text: `${below}${text}`, unit } : { text, unit: `${unit} ${below}` }
}

/** Prints a value on one line: 3.54 亿元, 99.3%, 45.7 million yuan above the ceiling. */
export function printLine(value: number | null, of: Printable, how: Printing): string {
  const { text, unit } = printValue(value, of, how)
  return unit === '' || unit.startsWith('%') ? `${text}${unit}` : `${text} ${unit}`
}

/** Adds the error of a figure and whether it is of several records to what is printed. */
export const estimated = (
  { unit, belowZero }: Printable,
  { error, coverage }: Pick<Figure, 'error'> & Partial<Pick<Figure, 'coverage'>>,
): Printable => ({
  unit,
  ...(belowZero && { belowZero, isOfSeveral: (coverage?.covered ?? 0) > 1 }),
  ...(error !== undefined && { error }),
})

/**
 * Prints a figure with its unit and the digits that its error allows; — where its measure counted none of the
 * existing records, which is not zero.
 */
export function printFigureValue(figure: Figure, of: Printable, how: Printing): Printed {
  return printValue(shownValue(figure), estimated(of, figure), how)
}

/** Prints a figure on one line. */
export function printFigure(figure: Figure, of: Printable, how: Printing): string {
  return printLine(shownValue(figure), estimated(of, figure), how)
}

const words = {
  zh: { up: '升', down: '降', more: '多', less: '少', same: '持平', points: '个百分点' },
  en: { up: 'up', down: 'down', more: 'more', less: 'fewer', same: 'unchanged', points: 'percentage points' },
} as const

/** Prints a change: 多 412 件，升 4.1% — 升 1.2 个百分点 — 持平. Never "增长-3%". */
export function printChange(change: Change, { unit }: Printable, how: Printing): string {
  const { language } = how
  const say = words[language]
  if (change.direction === 'same') return say.same
  const size = Math.abs(change.difference)
  if (isShare(unit)) return `${printPoints(change, language)} ${say.points}`
  return amountInWords(change, printLine(size, estimated({ unit }, change), how), language)
}

/** Prints a change of a share without its unit, for a column of percentage points. */
export function printPoints(change: Change, language: Language): string {
  const say = words[language]
  return change.direction === 'same' ? say.same : `${say[change.direction]} ${pointsOf(change)}`
}

/** The size of a change of a share, in percentage points. */
export function pointsOf({ difference, error }: Change): string {
  const points = Math.abs(difference) * 100
  return error ? estimateText(points, 100 * error) : grouped(points, points < 0.1 ? 2 : 1)
}

/** The size of a change as a share of the earlier value, in per cent; empty where it is not known. */
export function relativeText({ difference, relative, error }: Change): string {
  if (relative === null) return ''
  const size = Math.abs(relative)
  return error ? estimateText(100 * size, (100 * size * error) / Math.abs(difference)) : percentText(size)
}

function amountInWords(change: Change, amount: string, language: Language): string {
  const say = words[language]
  const more = change.direction === 'up' ? say.more : say.less
  const share = relativeText(change)
  if (language === 'zh')
    return share ? `${more} ${amount}，${say[change.direction]} ${share}%` : `${more} ${amount}`
  return share ? `${say[change.direction]} ${amount} (${share}%)` : `${say[change.direction]} ${amount}`
}
