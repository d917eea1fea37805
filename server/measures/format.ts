import type { Change } from './change.ts'
import type { Names, Unit } from './measure.ts'
import { isShare } from './change.ts'

export type Language = 'zh' | 'en'

/** A value ready to be set: the figure large, its unit small beside it. */
export interface Printed {
  text: string
  unit: string
}

/** Shown where there is nothing to count. */
export const nothing = '—'

const unitWords: Record<Exclude<Unit, 'fen' | 'hundredths' | 'percent'>, Names> = {
  cases: { zh: '件', en: 'cases' },
  items: { zh: '项', en: 'items' },
  trades: { zh: '宗', en: 'trades' },
  units: { zh: '个', en: 'units' },
  windows: { zh: '个', en: 'windows' },
  persons: { zh: '人', en: 'persons' },
  rules: { zh: '项', en: 'rules' },
  banners: { zh: '面', en: 'banners' },
  times: { zh: '次', en: 'times' },
  letters: { zh: '封', en: 'letters' },
  complaints: { zh: '件', en: 'complaints' },
  reviews: { zh: '条', en: 'reviews' },
  calls: { zh: '件', en: 'calls' },
  workingDays: { zh: '工作日', en: 'working days' },
  days: { zh: '天', en: 'days' },
  perWorkingDay: { zh: '宗／工作日', en: 'per working day' },
  perActiveDay: { zh: '宗／有交易日', en: 'per active day' },
  perTrade: { zh: '家', en: 'bidders' },
  stars: { zh: '星', en: 'stars' },
}

/** Formats by their digits: making one takes longer than printing a hundred numbers. */
const formats = new Map<number, Intl.NumberFormat>()

function grouped(value: number, digits: number): string {
  const format = formats.get(digits) ?? new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  formats.set(digits, format)
  const text = format.format(value)
  return /^-[0.]+$/.test(text) ? text.slice(1) : text
}

/** A share in per cent that never reads 100 with a failure in it, nor 0 with a success. */
export function percentText(share: number): string {
  const rounded = grouped(share * 100, 1)
  if (rounded === '100.0' && share < 1)
    return '99.9'
  if (rounded === '0.0' && share > 0)
    return '<0.1'
  return rounded === '100.0' ? '100' : rounded
}

/** Money of 分 in the unit in which the field speaks of it: 亿元 and 万元, or million yuan. */
export function moneyOf(fen: number, language: Language): Printed {
  const yuan = fen / 100
  const size = Math.abs(yuan)
  if (language === 'en')
    return size >= 1e6 ? { text: grouped(yuan / 1e6, 1), unit: 'million yuan' } : { text: grouped(yuan, 0), unit: 'yuan' }
  if (size >= 1e8)
    return { text: grouped(yuan / 1e8, 2), unit: '亿元' }
  return size >= 1e4 ? { text: grouped(yuan / 1e4, size >= 1e7 ? 0 : 1), unit: '万元' } : { text: grouped(yuan, 0), unit: '元' }
}

function isWhole(unit: Unit): boolean {
  return !['workingDays', 'days', 'perWorkingDay', 'perActiveDay', 'perTrade', 'stars'].includes(unit)
}

/** A value in words of its unit. Null prints as —. */
export function printValue(value: number | null, unit: Unit, language: Language): Printed {
  if (value === null)
    return { text: nothing, unit: '' }
  if (unit === 'fen')
    return moneyOf(value, language)
  if (unit === 'hundredths')
    return { text: grouped(value / 100, 2), unit: '' }
  if (unit === 'percent')
    return { text: percentText(value), unit: '%' }
  const word = unitWords[unit][language]
  if (isWhole(unit))
    return { text: grouped(value, 0), unit: language === 'en' && Math.abs(value) === 1 ? word.replace(/s$/, '') : word }
  return { text: grouped(value, Number.isInteger(value) ? 0 : Math.abs(value) < 10 ? 2 : 1), unit: word }
}

/** The same on one line: 3.54 亿元, 99.3%. */
export function printLine(value: number | null, unit: Unit, language: Language): string {
  const { text, unit: word } = printValue(value, unit, language)
  return word === '' || word === '%' ? `${text}${word}` : `${text} ${word}`
}

const words = {
  zh: { up: '升', down: '降', more: '多', less: '少', same: '持平', points: '个百分点' },
  en: { up: 'up', down: 'down', more: 'more', less: 'fewer', same: 'unchanged', points: 'percentage points' },
} as const

/** A change in words: 多 412 件，升 4.1% — 升 1.2 个百分点 — 持平. Never "增长-3%". */
export function printChange(change: Change, unit: Unit, language: Language): string {
  const say = words[language]
  if (change.direction === 'same')
    return say.same
  const size = Math.abs(change.difference)
  if (isShare(unit)) {
    const points = size * 100 < 0.1 ? grouped(size * 100, 2) : grouped(size * 100, 1)
    return `${say[change.direction]} ${points} ${say.points}`
  }
  return amountInWords(change, printLine(size, unit, language), language)
}

function amountInWords(change: Change, amount: string, language: Language): string {
  const say = words[language]
  const more = change.direction === 'up' ? say.more : say.less
  const share = change.relative === null ? '' : percentText(Math.abs(change.relative))
  if (language === 'zh')
    return share ? `${more} ${amount}，${say[change.direction]} ${share}%` : `${more} ${amount}`
  return share ? `${say[change.direction]} ${amount} (${share}%)` : `${say[change.direction]} ${amount}`
}
