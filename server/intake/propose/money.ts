import type { Names } from '#measures'
import type { MoneyUnit } from '../rows/moneyText.ts'
import type { Finding } from './finding.ts'
import { fenPlaces, writtenAmount, yuanPer } from '../rows/moneyText.ts'
import { guess, sure } from './finding.ts'
import { isUnitPrice } from './notTotals.ts'

const zero = /^0+(?:\.0*)?$/
const percent = /[%％]$/

/** An amount as a number, in yuan where it has a unit; NaN for other text. */
export function numberOf(text: string): number {
  const written = writtenAmount(text)
  return written === null
    ? Number.NaN
    : Number(written.number) * (written.unit === null ? 1 : yuanPer(written.unit))
}

/** Whether a text is written in the form of prices and not of counts. */
export const readsAsMoney = (text: string): boolean => /[.,，￥¥元万亿]|\d{4,}/.test(text)

/**
 * Prefixes of the currency, as in 中标价（万元）; null for recognised sizes without a unit of their own, such as 十万元
 * and 千万元.
 */
const prefixes: readonly [RegExp, MoneyUnit | null][] = [
  [/^[十千]万$/, null],
  [/^百万$/, 'baiwan'],
  [/^[万萬]$/, 'wan'],
  [/^[亿億]$/, 'yi'],
  [/^千$/, 'qian'],
]

/** The unit in a heading, as in 中标价（万元）; null where it has none, or an unknown one. */
function unitIn(header: string): MoneyUnit | null {
  const named =
    /([十百千]?[万萬]|[亿億千])\s*(?:[美欧港日]?[元圆]|[美港]币|人民币)/.exec(header) ??
    /[(（]\s*([万萬亿億])\s*[)）]/.exec(header)
  if (named) return prefixes.find(([form]) => form.test(named[1] ?? ''))?.[1] ?? null
  return /元|圆/.test(header) ? 'yuan' : /[（(]分[）)]/.test(header) ? 'fen' : null
}

const currencyWords: readonly [RegExp, string][] = [
  [/美元|美金|\bUSD\b|US\$/i, 'USD'],
  [/欧元|\bEUR\b|€/i, 'EUR'],
  [/港元|港币|\bHKD\b/i, 'HKD'],
  [/日元|\bJPY\b/i, 'JPY'],
  [/英镑|\bGBP\b|£/i, 'GBP'],
  [/人民币|\b(?:CNY|RMB)\b/i, 'CNY'],
]

/** The currency that a heading names, as in 中标金额(万美元); null where it names none. */
export const currencyIn = (header: string): string | null =>
  currencyWords.find(([word]) => word.test(header))?.[1] ?? null

/** A unit without a currency means that of the centre. */
const unitWords: Record<MoneyUnit, Names> = {
  yuan: { zh: '元', en: 'yuan' },
  qian: { zh: '千元', en: 'thousand yuan' },
  wan: { zh: '万元', en: 'ten thousand yuan' },
  baiwan: { zh: '百万元', en: 'million yuan' },
  yi: { zh: '亿元', en: 'hundred million yuan' },
  fen: { zh: '分', en: 'fen' },
}

/** The name of a unit in both languages; in a centre with another currency, that currency. */
export const unitName = (unit: MoneyUnit, currency = 'CNY'): string | Names =>
  currency === 'CNY' ? unitWords[unit] : currency

/** Matches texts such as 单位：万元, （金额：万元） and 注：本表金额单位为万元. */
const unitLine = /(?:单位|币种|金额|unit)\s*(?:[:：]|均?[为是以])\D{0,12}?[元圆分]/i

/** The unit in a line above the headings or below the rows, such as 单位：万元. */
export function unitAbove(texts: readonly string[]): MoneyUnit | null {
  // A line such as 单位：万元/亩 may be about unit prices and is skipped.
  const line = texts.find(text => unitLine.test(text) && !isUnitPrice(text))
  return line === undefined ? null : unitIn(unitLine.exec(line)?.[0] ?? '')
}

/**
 * The unit of a column of money by its heading, else by a line beside the table; null where neither has one.
 */
export const unitOf = (header: string, beside: readonly string[]): MoneyUnit | null =>
  unitIn(header) ?? unitAbove(beside)

/** The comparison for a column: the largest amount of the file, and whether its heading allows 元. */
interface RateContext {
  largest: number
  inYuan: boolean
}

/** The detected properties of a column of money. */
interface MoneyLook {
  unit: MoneyUnit | null
  /** Texts that stand for a missing price. */
  zeros: string[]
  fractions: boolean
  /** Whether the texts are rates and not amounts. */
  isRate: boolean
  findings: Finding[]
}

function looksLikeRate(texts: readonly string[], { largest, inYuan }: RateContext): boolean {
  const priced = texts.filter(text => !zero.test(text))
  if (priced.length === 0) return false
  const marked = priced.filter(text => percent.test(text)).length
  // A column in 元 without a value above 100, beside one of tens of thousands, holds percentages.
  return (
    marked / priced.length > 0.8 ||
    (inYuan && largest > 10_000 && priced.every(text => numberOf(text.replace(percent, '')) <= 100))
  )
}

/** Context for a column of money. */
interface MoneyContext {
  /** The largest amount in any of the file's money columns. */
  largest: number
  mayBeRate: boolean
  /** The unit in a line above the headings. */
  unitAbove: MoneyUnit | null
  currency: string
}

function unitFinding(
  column: string,
  texts: readonly string[],
  { unitAbove: above, currency }: MoneyContext,
): Finding[] {
  const unit = unitIn(column) ?? above
  if (unit !== null) return [sure('moneyUnit', { column, chosen: unitName(unit, currency) })]
  const written = texts.length > 0 && texts.every(text => writtenAmount(text)?.unit)
  return written ? [] : [guess('moneyUnitGuess', { column, chosen: unitName('yuan', currency) })]
}

/** Detects the properties of a column of money. */
export function lookAtMoney(column: string, texts: readonly string[], context: MoneyContext): MoneyLook {
  const unit = unitIn(column) ?? context.unitAbove
  const inYuan = unit === null || unit === 'yuan'
  if (context.mayBeRate && looksLikeRate(texts, { largest: context.largest, inYuan })) {
    const example = texts.find(text => !zero.test(text)) ?? ''
    const findings = [guess('percentForPrice', { column, example })]
    return { unit: null, zeros: [], fractions: false, isRate: true, findings }
  }
  const findings = unitFinding(column, texts, context)
  const zeros = texts.filter(text => zero.test(text))
  if (zeros.length > 0) findings.push(guess('zeroMissing', { column, count: zeros.length }))
  const places = fenPlaces[unit ?? 'yuan']
  const fractions = texts.some(text => /[1-9]/.test((/\.(\d+)$/.exec(text)?.[1] ?? '').slice(places)))
  if (fractions) findings.push(guess('moneyFraction', { column }))
  return { unit, zeros: [...new Set(zeros)], fractions, isRate: false, findings }
}

/** The largest number in some texts. */
export function largestOf(texts: readonly string[]): number {
  return texts.reduce((largest, text) => Math.max(largest, numberOf(text) || 0), 0)
}
