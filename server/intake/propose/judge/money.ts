import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { yuanPer } from '../../rows/moneyText.ts'
import { guess, someOf } from '../finding.ts'
import { isMissingWord } from '../missingWord.ts'
import { numberOf, unitName } from '../money.ts'
import { columnText, filledOf, textsOf } from './columns.ts'

/** Words for a missing amount are read as missing; other words are reported. */
export function judgeWords(judged: Judged): Finding[] {
  const { mapping, target } = judged
  return target.fields
    .filter(field => field.reads === 'money')
    .flatMap(field => {
      const column = columnText(mapping, field.name)
      const words = filledOf(judged, field.name).filter(text => Number.isNaN(numberOf(text)))
      const missing = [...new Set(words.filter(isMissingWord))]
      if (missing.length > 0)
        mapping.missing[field.name] = [...new Set([...(mapping.missing[field.name] ?? []), ...missing])]
      const strange = words.filter(text => !isMissingWord(text))
      return [
        ...(missing.length > 0
          ? [guess('missingWords', { column, count: missing.length }, missing.slice(0, 4))]
          : []),
        ...(strange.length > 0
          ? [guess('moneyUnreadable', { column, count: strange.length }, someOf(strange))]
          : []),
      ]
    })
}

/** Amounts of a field by row, in yuan by its unit; NaN where there is none. */
function amountsOf(judged: Judged, field: string): number[] {
  const { mapping } = judged
  const unit = yuanPer(mapping.moneyUnits[field] ?? mapping.moneyUnit)
  return textsOf(judged, field).map(text => {
    const own = /[万亿元]/.test(text)
    return numberOf(text) * (own ? 1 : unit)
  })
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** The pairs of base and award with both amounts above zero. */
function pairsOf(judged: Judged): { index: number; base: number; award: number }[] {
  const awards = amountsOf(judged, 'award')
  return amountsOf(judged, 'base').flatMap((base, index) => {
    const award = awards[index] ?? Number.NaN
    return base > 0 && award > 0 ? [{ index, base, award }] : []
  })
}

/**
 * Checks a guessed unit against the other column: if values are ten thousand times too small or large, 元 and
 * 万元 were confused.
 */
export function judgeUnits(judged: Judged, guessed: ReadonlySet<string>): Finding[] {
  const { mapping, target } = judged
  if (target.name !== 'trades') return []
  const ratio = median(pairsOf(judged).map(({ base, award }) => award / base))
  const small = ratio > 2000 ? 'base' : ratio < 1 / 2000 ? 'award' : null
  if (small === null) return []
  const other = small === 'base' ? 'award' : 'base'
  const before = mapping.moneyUnits[small] ?? mapping.moneyUnit
  if (!guessed.has(small) || before !== 'yuan') return []
  mapping.moneyUnits[small] = 'wan'
  const details = { before: unitName('yuan'), chosen: unitName('wan'), other: columnText(mapping, other) }
  return [
    guess(
      'unitImplausible',
      { column: columnText(mapping, small), ...details },
      someOf(filledOf(judged, small)),
    ),
  ]
}

/** Prices of trades in yuan are rarely smaller; those in 万元 rarely larger. */
const smallPrice = 5000
const belowFen = /\.\d{3,}$/

/**
 * Amounts without a stated unit that are too small for yuan: 356.8215 can only be 万元, because there is
 * nothing below a 分; 356.80 may be either.
 */
export function judgeSmallAmounts(judged: Judged, guessed: ReadonlySet<string>): Finding[] {
  const { mapping, target } = judged
  if (target.name !== 'trades') return []
  return ['base', 'award'].flatMap(field => {
    const unit = mapping.moneyUnits[field] ?? mapping.moneyUnit
    const middle = median(amountsOf(judged, field).filter(amount => amount > 0))
    if (!guessed.has(field) || unit !== 'yuan' || !(middle < smallPrice)) return []
    const texts = filledOf(judged, field)
    const column = columnText(mapping, field)
    const inWan = texts.some(text => belowFen.test(text))
    if (inWan) mapping.moneyUnits[field] = 'wan'
    const chosen = unitName(inWan ? 'wan' : 'yuan')
    return [guess('amountsSmall', { column, middle: String(middle), chosen }, someOf(texts))]
  })
}

const largestPercent = 100
const largePrice = 10_000

/**
 * Percentages among prices are refused by the load; the mapping states up to which value a pair counts as
 * percentages.
 */
export function judgePercents(judged: Judged): void {
  const { mapping, target } = judged
  if (target.name !== 'trades') return
  const pairs = pairsOf(judged)
  const isPercents = pairs.some(pair => pair.base <= largestPercent && pair.award <= largestPercent)
  if (isPercents && median(pairs.map(({ base }) => base)) > largePrice) mapping.percentUpTo = largestPercent
}
