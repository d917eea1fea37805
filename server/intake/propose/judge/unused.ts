import type { Finding } from '../finding.ts'
import type { Judged, Sample } from './columns.ts'
import { plainWidth } from '../../rows/keyText.ts'
import { plainReader } from '../../rows/timeText.ts'
import { guess, someOf, sure } from '../finding.ts'
import { numberOf, readsAsMoney } from '../money.ts'
import { isDiscountRate, isUnitPrice } from '../notTotals.ts'

const stateWords = [
  /办结|在办|退件|退回|受理|补正|挂起|作废|撤[回销件]|不予|准予|流标|废标|终止|成交|中标|未办|已办/,
  /\b(?:open|closed|pending|completed|cancell?ed|withdrawn|rejected|approved|awarded)\b/i,
]
const moneyHeading = /金额|价款|价格|预算|费用|[价款]$|amount|price|value|cost|budget/i
const mostStates = 30
const enough = 0.8
/** The most rows, and characters of a text, from which the type of a column is guessed. */
const lookedRows = 1000
const longestText = 200

/** The type of an unused column that a load may need; null for others. */
function looksLike(
  header: string,
  texts: readonly string[],
): 'unusedDate' | 'unusedMoney' | 'unusedState' | null {
  if (texts.length === 0) return null
  const share = (test: (text: string) => boolean): number => texts.filter(test).length / texts.length
  if (share(text => plainReader(text) !== null || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(text)) >= enough)
    return 'unusedDate'
  if (
    moneyHeading.test(header) &&
    share(text => !Number.isNaN(numberOf(text))) >= enough &&
    share(readsAsMoney) >= enough
  )
    return 'unusedMoney'
  const different = new Set(texts)
  return different.size <= mostStates &&
    different.size < Math.max(3, texts.length) &&
    share(text => text.length <= 20 && stateWords.some(words => words.test(text))) >= 0.5
    ? 'unusedState'
    : null
}

function columnOf({ headers, rows }: Sample, header: string): string[] {
  const place = headers.indexOf(header)
  return rows
    .slice(0, lookedRows)
    .map(cells => plainWidth(cells[place]?.slice(0, longestText).trim() ?? ''))
    .filter(text => text !== '')
}

/** Unused columns that seem to hold states. */
export const stateColumns = (sample: Sample, used: ReadonlySet<string | undefined>): string[] =>
  sample.headers.filter(
    header => !used.has(header) && looksLike(header, columnOf(sample, header)) === 'unusedState',
  )

/** A column of unit prices or discounts, where a total price is needed. */
function otherMeasure({ mapping, target }: Judged, column: string, texts: readonly string[]): Finding | null {
  const prices = target.fields.filter(({ reads }) => reads === 'money')
  if (prices.length === 0 || prices.every(({ name }) => mapping.columns[name] !== undefined)) return null
  const numbers = texts.filter(text => !Number.isNaN(numberOf(text.replace(/[%％]$/, ''))))
  if (numbers.length * 2 < texts.length || numbers.length === 0) return null
  const about = isDiscountRate(column) ? 'discountRates' : isUnitPrice(column) ? 'unitPrices' : null
  return about === null ? null : guess(about, { column }, someOf(texts))
}

/** Unused columns: first those that a load may need, then the names of the others. */
export function judgeUnused(judged: Judged, own: readonly string[]): Finding[] {
  const { mapping, sample } = judged
  const { columns, only, pieces, kindColumns = {}, rowKey = [] } = mapping
  const read = [...Object.values(columns).flat(), ...Object.keys(only), ...Object.keys(kindColumns)]
  const used = new Set([...read, ...rowKey, ...own, pieces])
  const unused = sample.headers.filter(header => !used.has(header))
  const telling = unused.flatMap((column): Finding[] => {
    const texts = columnOf(sample, column)
    const other = otherMeasure(judged, column, texts)
    if (other !== null) return [other]
    const about = looksLike(column, texts)
    return about === null ? [] : [guess(about, { column }, someOf(texts))]
  })
  return [
    ...telling,
    ...(unused.length > 0 ? [sure('columnUnused', { columns: unused.slice(0, 30).join('、') })] : []),
  ]
}
