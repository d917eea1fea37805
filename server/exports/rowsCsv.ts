import type { Language, Names } from '#measures'
import type { RowsAnswer, RowValue } from '../query/rows.ts'
import { stringify } from 'csv-stringify/sync'
import { withoutFormula } from '#measures'

/** Hundredths as an exact decimal text of any size: 分 as 元. */
export function decimalText(hundredths: string): string {
  const negative = hundredths.startsWith('-')
  const digits = hundredths.replace('-', '').padStart(3, '0')
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const isNames = (value: RowValue): value is Names => typeof value === 'object' && value !== null

function cellText(value: RowValue, shows: string, language: Language): string | number {
  if (value === null) return ''
  if (isNames(value)) return value[language]
  if (shows === 'fen') return decimalText(String(value))
  if (shows === 'milliPercent' || shows === 'milliDays') return (Number(value) / 1000).toString()
  // Five decimals of a day distinguish every second.
  if (shows === 'seconds') return Number((Number(value) / 86_400).toFixed(5))
  // Photos are not exported: only the product shows them, to viewers who may see the record.
  if (shows === 'photo') return '1'
  return typeof value === 'boolean' ? (value ? '1' : '0') : value
}

const suffix: Record<string, string> = { milliPercent: '（%）', milliDays: '（天）' }

/**
 * Records as CSV with a byte-order mark. Money in whole units with two decimals, rates in per cent, times in
 * days. Formulas are neutralised; numbers stay numbers.
 */
export function rowsCsv(answer: Pick<RowsAnswer, 'columns' | 'rows'>, language: Language): string {
  const headings = answer.columns.map(({ names, shows }) => `${names[language]}${suffix[shows] ?? ''}`)
  const numeric = answer.columns.map(
    ({ shows }) => shows === 'fen' || shows === 'number' || shows.startsWith('milli') || shows === 'seconds',
  )
  const lines = answer.rows.map(row =>
    row.map((value, place) => {
      const text = cellText(value, answer.columns[place]?.shows ?? 'text', language)
      return typeof text === 'string' && !numeric[place] ? withoutFormula(text) : text
    }),
  )
  return stringify([headings, ...lines], { bom: true, record_delimiter: 'windows' })
}
