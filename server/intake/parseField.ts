import type { Zone } from '#measures'
import type { Field, Value } from './field.ts'
import type { Mapping } from './mapping.ts'
import type { Reason } from './problems.ts'
import type { TimeReader } from './timeText.ts'
import { parseSuspensions } from './suspensions.ts'
import { formatReader, instantOf, localDayOf, plainReader } from './timeText.ts'

/** A parsed value, or why it is none. */
export type Parsed = { value: Value } | { reason: Reason }

/** What reading a field depends on besides its text. */
export interface ReadingForm {
  zone: Zone
  readTime: TimeReader
  moneyUnit: Mapping['moneyUnit']
}

/** The reading form of a mapping in a centre's zone. */
export function readingForm(mapping: Mapping, zone: Zone): ReadingForm {
  return { zone, readTime: mapping.timeFormat ? formatReader(mapping.timeFormat) : plainReader, moneyUnit: mapping.moneyUnit }
}

const longestText = 2000
// eslint-disable-next-line no-control-regex -- finding them is the point
const controlCharacters = /[\u0000-\u0008\v\f\u000E-\u001F]/
const yes = new Set(['1', 't', 'true', 'y', 'yes', '是', '√'])
const no = new Set(['0', 'f', 'false', 'n', 'no', '否', '×'])
const fenPer: Record<Mapping['moneyUnit'], number> = { fen: 0, yuan: 2, wan: 6 }

function checkedText(text: string): Parsed {
  if (text.length > longestText)
    return { reason: 'tooLong' }
  return controlCharacters.test(text) ? { reason: 'controlCharacter' } : { value: text }
}

function checkedInteger(text: string, field: Field): Parsed {
  // Spreadsheets write whole numbers as 3.0; nothing else with a fraction is whole.
  const number = /^-?\d{1,15}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(number))
    return { reason: 'notAnInteger' }
  return number < (field.least ?? -2_147_483_648) || number > (field.most ?? 2_147_483_647) ? { reason: 'outOfRange' } : { value: number }
}

/** Money as exact integer 分: decimal digits are shifted as text, never multiplied as a float. */
export function fenOf(text: string, unit: Mapping['moneyUnit']): number | null {
  const found = /^(-?)(\d[\d,]*)(?:\.(\d+))?$/.exec(text.replaceAll(/[¥￥\s]/g, ''))
  if (!found)
    return null
  const [, sign = '', whole = '', fraction = ''] = found
  const shift = fenPer[unit]
  if (/[1-9]/.test(fraction.slice(shift)))
    return null
  const fen = Number(`${whole.replaceAll(',', '')}${fraction.slice(0, shift).padEnd(shift, '0')}`)
  return Number.isSafeInteger(fen) ? (sign && fen !== 0 ? -fen : fen) : null
}

function checkedTime(text: string, form: ReadingForm, field: Field): Parsed {
  const time = form.readTime(text) ?? plainReader(text)
  if (!time)
    return { reason: field.reads === 'day' ? 'notADate' : 'notAnInstant' }
  const day = localDayOf(time, form.zone)
  // Years outside 1900–2200 are typing mistakes, whatever the calendar says.
  if (day < -25_567 || day > 84_006)
    return { reason: 'outOfRange' }
  return { value: field.reads === 'day' ? day : instantOf(time, form.zone) }
}

/** Reads one text as a field; blank text is null. References stay text until the catalogue is asked. */
export function parseField(text: string, field: Field, form: ReadingForm): Parsed {
  if (text === '')
    return field.required ? { reason: 'required' } : { value: null }
  switch (field.reads) {
    case 'text':
    case 'reference': return checkedText(text)
    case 'integer': return checkedInteger(text, field)
    case 'money': {
      const fen = fenOf(text, form.moneyUnit)
      return fen === null ? { reason: 'notMoney' } : { value: fen }
    }
    case 'instant':
    case 'day': return checkedTime(text, form, field)
    case 'flag': {
      const lower = text.toLowerCase()
      return yes.has(lower) ? { value: true } : no.has(lower) ? { value: false } : { reason: 'notAFlag' }
    }
    case 'list': return field.values?.includes(text) ? { value: text } : { reason: 'unknownValue' }
    case 'suspensions': return parseSuspensions(text) ? { value: text } : { reason: 'notSuspensions' }
  }
}
