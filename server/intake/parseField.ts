import type { Zone } from '#measures'
import type { Field, Value } from './field.ts'
import type { Mapping } from './mapping.ts'
import type { Reason } from './problems.ts'
import type { TimeReader } from './timeText.ts'
import { parseSuspensions } from './suspensions.ts'
import { formatReader, instantOf, localDayOf, plainReader } from './timeText.ts'

/** A parsed value, or why it is none. `rounded` where money lost a fraction of a 分. */
export type Parsed = { value: Value, rounded?: boolean } | { reason: Reason }

/** What reading one field depends on besides its text. */
export interface ReadingForm {
  zone: Zone
  readTime: TimeReader
  moneyUnit: Mapping['moneyUnit']
  roundMoney: boolean
}

/** The reading form of one field of a mapping in a centre's zone. */
export function readingForm(mapping: Mapping, zone: Zone, field: string): ReadingForm {
  const timeFormat = mapping.timeFormats[field] ?? mapping.timeFormat
  return { zone, readTime: timeFormat ? formatReader(timeFormat) : plainReader, moneyUnit: mapping.moneyUnits[field] ?? mapping.moneyUnit, roundMoney: mapping.roundMoney }
}

const longestText = 2000
/** What an index of the database takes, whatever the script. */
export const longestKey = 400
// eslint-disable-next-line no-control-regex -- finding them is the point
const controlCharacters = /[\u0000-\u0008\v\f\u000E-\u001F]/
const yes = new Set(['1', 't', 'true', 'y', 'yes', '是', '√', '有'])
const no = new Set(['0', 'f', 'false', 'n', 'no', '否', '×', '无'])
const fenPer: Record<Mapping['moneyUnit'], number> = { fen: 0, yuan: 2, wan: 6 }

function checkedText(text: string, longest: number): Parsed {
  if (text.length > longest)
    return { reason: 'tooLong' }
  return controlCharacters.test(text) ? { reason: 'controlCharacter' } : { value: text }
}

const outside = (value: number, field: Field): boolean => value < (field.least ?? -2_147_483_648) || value > (field.most ?? 2_147_483_647)

function checkedInteger(text: string, field: Field): Parsed {
  // Spreadsheets write whole numbers as 3.0; nothing else with a fraction is whole.
  const number = /^-?\d{1,15}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(number))
    return { reason: 'notAnInteger' }
  return outside(number, field) ? { reason: 'outOfRange' } : { value: number }
}

/** A decimal number shifted by whole places as text, never as a float; half goes away from zero. Null for what is no number or too large. */
export function shifted(text: string, places: number): { value: number, rounded: boolean } | null {
  const found = /^([-+]?)(\d[\d,，]*)(?:\.(\d*))?$/.exec(text)
  if (!found)
    return null
  const [, sign = '', whole = '', fraction = ''] = found
  const beyond = fraction.slice(places)
  const digits = Number(`${whole.replaceAll(/[,，]/g, '')}${fraction.slice(0, places).padEnd(places, '0')}`) + (/^[5-9]/.test(beyond) ? 1 : 0)
  if (!Number.isSafeInteger(digits))
    return null
  return { value: sign === '-' && digits !== 0 ? -digits : digits, rounded: /[1-9]/.test(beyond) }
}

/** Money as exact integer 分. 1.23E+07 is refused: whoever wrote it has already thrown digits away. */
export function fenOf(text: string, unit: Mapping['moneyUnit']): { value: number, rounded: boolean } | null {
  return shifted(text.replaceAll(/[¥￥$€\s]/g, '').replace(/元$/, ''), fenPer[unit])
}

function checkedMoney(text: string, form: ReadingForm): Parsed {
  if (/[%％‰]$/.test(text))
    return { reason: 'percentForMoney' }
  const fen = fenOf(text, form.moneyUnit)
  if (fen === null)
    return { reason: 'notMoney' }
  return fen.rounded && !form.roundMoney ? { reason: 'tooSmallFraction' } : fen
}

function checkedThousandths(text: string, field: Field, reason: Reason): Parsed {
  const found = shifted(text, 3)
  if (found === null)
    return { reason }
  return outside(found.value, field) ? { reason: 'outOfRange' } : { value: found.value }
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

function checkedFlag(text: string): Parsed {
  const lower = text.toLowerCase()
  return yes.has(lower) ? { value: true } : no.has(lower) ? { value: false } : { reason: 'notAFlag' }
}

const codesOf = new WeakMap<object, ReadonlyMap<string, string>>()

/** The codes of a list, found by text without making the text a name first; what is found is the list's own text. */
function checkedCode(text: string, { values = {} }: Field): Parsed {
  const codes = codesOf.get(values) ?? new Map(Object.keys(values).map(code => [code, code]))
  codesOf.set(values, codes)
  const value = codes.get(text)
  return value === undefined ? { reason: 'unknownValue' } : { value }
}

/** Reads one text as a field; blank text is null. References stay text until the catalogue is asked. */
export function parseField(text: string, field: Field, form: ReadingForm): Parsed {
  if (text === '')
    return field.required ? { reason: 'required' } : { value: null }
  // Formulas and broken characters are refused whatever the field: what they stand for is not in the file.
  if (text.charCodeAt(0) === 61)
    return { reason: 'formula' }
  if (text.includes('\uFFFD') || !text.isWellFormed())
    return { reason: 'undecodable' }
  switch (field.reads) {
    case 'text': return checkedText(text, longestText)
    case 'reference': return checkedText(text, longestKey)
    case 'integer': return checkedInteger(text, field)
    case 'money': return checkedMoney(text, form)
    case 'decimal': return checkedThousandths(text, field, 'notADecimal')
    case 'percent': return checkedThousandths(text.replace(/[%％]$/, ''), field, 'notAPercent')
    case 'instant':
    case 'day': return checkedTime(text, form, field)
    case 'flag': return checkedFlag(text)
    case 'list': return checkedCode(text, field)
    case 'suspensions': return parseSuspensions(text) ? { value: text } : { reason: 'notSuspensions' }
  }
}
