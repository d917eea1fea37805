import { numberText } from './numberText.ts'

/** The first day of a workbook's day numbers: 1900 on Windows, 1904 in old Mac files. */
export type Epoch = 1900 | 1904

/** The first section of a format code, without quoted and escaped text, colours and locales. */
const bareCode = (code: string): string =>
  (code.split(';')[0] ?? '').replaceAll(/"[^"]*"|[\\!_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')

/** Whether a number format shows a date or a time, such as yyyy-mm-dd hh:mm. */
export function isDateFormat(code: string): boolean {
  const bare = bareCode(code)
  return /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replaceAll(/s\.0+/gi, '')) && !/general/i.test(bare)
}

const msPerDay = 86_400_000
const firstDay: Record<Epoch, number> = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
const two = (n: number): string => String(n).padStart(2, '0')

/**
 * A spreadsheet's day number as 2012-08-08 or 2012-08-08 09:05:00; null for a number that is no day since
 * 1900.
 */
export function dateText(serial: number, epoch: Epoch): string | null {
  if (!(serial >= 0 && serial < 2_958_466)) return null
  // The 1900 system includes a 29 February that did not exist; days before it are off by one.
  const days = epoch === 1900 && serial < 60 ? serial + 1 : serial
  const date = new Date(firstDay[epoch] + Math.round(days * 86_400) * 1000)
  const day = date.toISOString().slice(0, 10)
  const rest = date.getTime() % msPerDay
  return rest === 0
    ? day
    : `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
}

/** Moves the decimal point of a plain decimal number, to the right where positive. */
export function movedPoint(text: string, places: number): string {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!parts) return text
  const [, sign = '', whole = '', fraction = ''] = parts
  const digits = `${'0'.repeat(Math.max(0, -places))}${whole}${fraction}${'0'.repeat(Math.max(0, places))}`
  const point = Math.max(0, -places) + whole.length + places
  const left = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const right = digits.slice(point).replace(/0+$/, '')
  return `${sign}${left}${right === '' ? '' : `.${right}`}`
}

/** Excel keeps 15 digits of a number; further digits are lost. */
const firstInexact = 1e15
const writtenUnit = /(亿元|万元|[亿万元])/

/**
 * The literal unit in a format, and its scale. A common format for amounts in 万 has a literal point before
 * the last digit, after a comma that divides by a thousand (0!.0,"万"): together they divide by ten thousand.
 */
function unitOf(code: string): { unit: string; places: number } | null {
  const [first = ''] = code.split(';')
  const literal = Array.from(
    first.matchAll(/"([^"]*)"|\\(.)|([万亿元])/g),
    part => part[1] ?? part[2] ?? part[3],
  )
  const unit = writtenUnit.exec(literal.join(''))?.[1]
  if (unit === undefined) return null
  const point = /(?:[!\\]\.|"\.")([0#]+)(,*)/.exec(first)
  const commas = point?.[2]?.length ?? /[0#](,+)(?![0#,])/.exec(first)?.[1]?.length ?? 0
  return { unit, places: 3 * commas + (point?.[1]?.length ?? 0) }
}

const placesOfUnit: Record<string, number> = { 元: 0, 万: 4, 万元: 4, 亿: 8, 亿元: 8 }

/**
 * The text of a number cell with all its digits: dates by their format, percentages with their sign, and a
 * unit in the format with the number scaled accordingly. A number of more than 15 digits is printed with an
 * exponent, because its last digits are not what was typed.
 */
export function shownNumber(value: number, code: string, epoch: Epoch): string {
  if (isDateFormat(code)) {
    const date = dateText(value, epoch)
    if (date !== null) return date
  }
  if (Math.abs(value) >= firstInexact) return value.toExponential().toUpperCase()
  const text = numberText(value)
  if (bareCode(code).includes('%')) return `${movedPoint(text, 2)}%`
  const shown = unitOf(code)
  if (shown === null) return text
  if (shown.places === 0) return `${text}${shown.unit}`
  // Where the scale of a format differs from its unit, the display is wrong; the stored number is used.
  return shown.places === placesOfUnit[shown.unit] ? `${movedPoint(text, -shown.places)}${shown.unit}` : text
}
