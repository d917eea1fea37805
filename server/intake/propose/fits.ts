import type { Field } from '../rows/field.ts'
import type { Speaks } from './headers.ts'
import type { Sample } from './judge/columns.ts'
import { choicesOf } from '../rows/field.ts'
import { withHeadedUnit } from '../rows/limitText.ts'
import { formatReader, plainReader, serialFormat } from '../rows/timeText.ts'
import { codeReader } from './codes.ts'
import { isTime } from './judge/columns.ts'
import { isMissingDate } from './missingWord.ts'
import { numberOf } from './money.ts'
import { isDiscountRate, isUnitPrice } from './notTotals.ts'
import { timeFormats } from './times.ts'

const looked = 200
const limitAmount = /^(?:\d{1,4}|[一二两三四五六七八九十百]{1,5})\s*(?:个\s*)?/
const limitUnit = /^(?:工作日|自然日|日历日|天|日|小时|working days?|days?|hours?)/i
const noWait = /^(?:即办|即时|当场|当日|当天)/

/** Whether a text is a limit such as 5个工作日, and not a time. */
export function limitLike(text: string): boolean {
  const amount = limitAmount.exec(text)?.[0]
  return noWait.test(text) || (amount !== undefined && limitUnit.test(text.slice(amount.length)))
}

const readers = timeFormats.map(formatReader)
const readSerial = formatReader(serialFormat)
const isTimeText = (text: string): boolean => {
  const plain = text.normalize('NFKC')
  return plainReader(plain) !== null || readers.some(read => read(plain) !== null)
}

/** Longer texts are never a time, a number or a limit, and are not tested because that would take long. */
const longestValue = 100
const short =
  (test: (text: string) => boolean) =>
  (text: string): boolean =>
    text.length <= longestValue && test(text)
const isNumberText = (text: string): boolean => !Number.isNaN(numberOf(text)) || /^-?[\d.,]+[%％]$/.test(text)

const share = (texts: readonly string[], test: (text: string) => boolean): number =>
  texts.length === 0 ? 1 : texts.filter(test).length / texts.length

interface Column {
  texts: string[]
  times: number
  numbers: number
  /** Numbers that may be day numbers of a spreadsheet. */
  serials: number
  limits: number
  different: number
}

function columnOf({ headers, rows }: Sample, header: string): Column {
  const place = headers.indexOf(header)
  const texts = rows
    .slice(0, looked)
    .map(cells => cells[place]?.trim() ?? '')
    .filter(text => text !== '' && !isMissingDate(text))
  return {
    texts,
    times: share(texts, short(isTimeText)),
    numbers: share(texts, short(isNumberText)),
    serials: share(
      texts,
      short(text => readSerial(text.normalize('NFKC')) !== null),
    ),
    limits: share(
      texts,
      short(text => limitLike(withHeadedUnit(text, header))),
    ),
    different: new Set(texts).size,
  }
}

/** Returns the share of a column's distinct texts that may be codes of a field. */
type NamedShare = (column: Column) => number

function namedShareOf(field: Field): NamedShare {
  const values = choicesOf(field)
  if (values === undefined) return () => 0
  const read = codeReader(values, field.alsoValues)
  return ({ texts }) =>
    share(
      [...new Set(texts)],
      short(text => read(text) !== null),
    )
}

/**
 * The share of texts that are whole numbers within the bounds of a field: a price is not a number of bidders.
 */
const wholeShare = ({ least: from = -Infinity, most = Infinity }: Field, { texts }: Column): number =>
  share(
    texts,
    short(text => {
      const number = numberOf(text)
      return Number.isInteger(number) && number >= from && number <= most
    }),
  )

const least = 0.3
/** At least half of the texts are expected to name codes of the list. */
const mostNamed = 0.5
const fewTexts = 30

/** The evidence of a column's texts for a field; against it where hardly any text can be parsed. */
function factorFor(field: Field, column: Column, namedShare: NamedShare): number {
  if (column.texts.length === 0) return 0.97
  if (isTime(field)) {
    const due = field.name.startsWith('given') || field.reads === ('due' as Field['reads'])
    return column.times + column.serials >= least || (due && column.limits >= least) ? 1 : 0
  }
  if (field.reads === 'integer' && column.numbers >= least && wholeShare(field, column) < least) return 0
  if (field.reads === 'money' || field.reads === 'integer' || field.reads === 'decimal')
    return column.numbers >= least || namedShare(column) >= least ? 1 : 0
  // Times and amounts are neither names nor states.
  if (column.times > 0.9 && column.texts.length > 2) return 0.2
  if (field.reads === 'list' && column.different > 40) return 0.4
  // Free text may be meant for another field.
  if (field.reads === 'list' && namedShare(column) < mostNamed) return 0.65
  // Members of a catalogue repeat; texts that hardly repeat are free text.
  if (
    field.refersTo !== undefined &&
    column.texts.length >= fewTexts &&
    column.different > 0.7 * column.texts.length
  )
    return 0.7
  return 1
}

const fewPercent = 100
const mostly = 0.8

/** Whether a column has another measure than a field: a unit price, or a discount. */
function isOtherMeasure(field: Field, header: string, { texts }: Column): boolean {
  if (field.reads === 'percent') return field.name === 'awardRate' && isDiscountRate(header)
  if (field.reads !== 'money') return false
  const percents = (): number => share(texts, text => !(numberOf(text.replace(/[%％]$/, '')) > fewPercent))
  return isUnitPrice(header) || (isDiscountRate(header) && percents() >= mostly)
}

/** The evidence of the first rows of a file for or against headings. */
export function speaksFrom(sample: Sample): Speaks {
  const columns = new Map<string, Column>()
  const shares = new Map<Field, NamedShare>()
  return (field, header) => {
    const column = columns.get(header) ?? columnOf(sample, header)
    columns.set(header, column)
    if (isOtherMeasure(field, header, column)) return 0
    const named = shares.get(field) ?? namedShareOf(field)
    shares.set(field, named)
    return factorFor(field, column, named)
  }
}
