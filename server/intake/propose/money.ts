import type { Mapping } from '../mapping.ts'
import type { Finding } from './finding.ts'
import { guess, sure } from './finding.ts'

type Unit = Mapping['moneyUnit']

const zero = /^0+(?:\.0*)?$/
const percent = /[%％]$/
const numberOf = (text: string): number => Number(text.replaceAll(/[¥￥,，\s]/g, ''))

/** The unit that a heading names, as in 中标价（万元）. */
export function unitIn(header: string): Unit | null {
  if (/万/.test(header))
    return 'wan'
  return /元/.test(header) ? 'yuan' : /[（(]分[）)]/.test(header) ? 'fen' : null
}

const unitWords: Record<Unit, string> = { yuan: '元 yuan', wan: '万元 10,000 yuan', fen: '分 fen' }

/** What a column of money looks like. */
export interface MoneyLook {
  unit: Unit | null
  /** Texts that stand for a missing price. */
  zeros: string[]
  fractions: boolean
  /** True where the texts are rates, not money. */
  isRate: boolean
  findings: Finding[]
}

function looksLikeRate(texts: readonly string[], largest: number): boolean {
  const priced = texts.filter(text => !zero.test(text))
  if (priced.length === 0)
    return false
  const marked = priced.filter(text => percent.test(text)).length
  // A column of prices of which none exceeds 100 beside one of tens of thousands holds percentages.
  return marked / priced.length > 0.8 || (largest > 10_000 && priced.every(text => numberOf(text.replace(percent, '')) <= 100))
}

/** Looks at a column of money; `largest` is the largest amount in any of the file's money columns. */
export function lookAtMoney(column: string, texts: readonly string[], { largest, mayBeRate }: { largest: number, mayBeRate: boolean }): MoneyLook {
  const findings: Finding[] = []
  if (mayBeRate && looksLikeRate(texts, largest))
    return { unit: null, zeros: [], fractions: false, isRate: true, findings: [guess('percentForPrice', { column, example: texts.find(text => !zero.test(text)) ?? '' })] }
  const unit = unitIn(column)
  findings.push(unit === null ? guess('moneyUnitGuess', { column, chosen: unitWords.yuan }) : sure('moneyUnit', { column, chosen: unitWords[unit] }))
  const zeros = texts.filter(text => zero.test(text))
  if (zeros.length > 0)
    findings.push(guess('zeroMissing', { column, count: zeros.length }))
  const places = unit === 'wan' ? 6 : unit === 'fen' ? 0 : 2
  const fractions = texts.some(text => /[1-9]/.test((/\.(\d+)$/.exec(text)?.[1] ?? '').slice(places)))
  if (fractions)
    findings.push(guess('moneyFraction', { column }))
  return { unit, zeros: [...new Set(zeros)], fractions, isRate: false, findings }
}

/** The largest number in some texts. */
export function largestOf(texts: readonly string[]): number {
  return texts.reduce((largest, text) => Math.max(largest, numberOf(text) || 0), 0)
}
