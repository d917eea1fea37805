import type { Names, RowColumn } from '../model/index.ts'
import type { Language } from './format.ts'

/** A value of a record as sent: money and ids as text, so that nothing is rounded. */
export type RowValue = string | number | boolean | Names | null

type Shows = RowColumn['shows']

/** With fixed decimals, so that the digits of a column are aligned. */
const decimals = (value: number, digits: number): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })

/** Money arrives as a decimal string of 分 and is printed without conversion to a float. */
function yuan(fen: string): string {
  const digits = fen.replace('-', '').padStart(3, '0')
  const whole = digits.slice(0, -2).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  const rest = digits.slice(-2)
  return `${fen.startsWith('-') ? '-' : ''}${whole}${rest === '00' ? '' : `.${rest}`}`
}

/** A record's value as printed. */
export function rowText(
  value: RowValue | undefined,
  shows: Shows,
  say: { language: Language; yes: string },
): string {
  if (value === null || value === undefined) return ''
  switch (shows) {
    case 'fen':
      return yuan(String(value))
    // Durations of single cases have a resolution of half a day.
    case 'milliDays':
      return decimals(Math.round(Number(value) / 500) / 2, 1)
    case 'seconds':
      return decimals(Number(value) / 86_400, 2)
    case 'milliPercent':
      return `${decimals(Number(value) / 1000, 2)}%`
    case 'flag':
    case 'photo':
      return value ? say.yes : ''
    default:
      return typeof value === 'object' ? value[say.language] : String(value)
  }
}

/** Columns of numbers, which are aligned to the right. */
export const numericColumns: ReadonlySet<Shows> = new Set<Shows>([
  'fen',
  'milliDays',
  'seconds',
  'milliPercent',
  'number',
])
