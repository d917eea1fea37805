import type { Day, Zone } from '#measures'
import type { Field, Value } from './field.ts'
import type { Mapping } from './mapping.ts'
import type { Reason } from './problems.ts'
import type { TimeReader } from './timeText.ts'
import { isRuinedKey, plainWidth } from './keyText.ts'
import { limitOf, withHeadedUnit, writtenLimit } from './limitText.ts'
import { fenPlaces, writtenAmount } from './moneyText.ts'
import { parseSuspensions } from './suspensions.ts'
import { formatReader, instantOf, isZeroDate, localDayOf, plainReader } from './timeText.ts'

/**
 * A parsed value, or the reason of its refusal. `rounded` where money lost a fraction of a 分, `byDay` where a
 * time has no time of day, `limit` where a limit was given instead of a due time.
 */
type Parsed = { value: Value; rounded?: boolean; byDay?: boolean; limit?: string } | { reason: Reason }

/** The context for parsing a field. */
export interface FieldFormat {
  zone: Zone
  readTime: TimeReader
  moneyUnit: Mapping['moneyUnit']
  roundMoney: boolean
  /** True where times of day in the file are meaningless, such as 00:00 after every day. */
  dayOnly: boolean
  /** The heading of its column, which may contain the unit of a limit. */
  header: string
  /** The local day of the load. */
  today: Day
}

/** The parsing context of a mapped field in a centre's zone, for a load at `now`. */
export function fieldFormat(
  mapping: Mapping,
  { zone, now }: { zone: Zone; now: number },
  field: string,
): FieldFormat {
  const timeFormat = mapping.timeFormats[field] ?? mapping.timeFormat
  return {
    zone,
    readTime: timeFormat ? formatReader(timeFormat) : plainReader,
    moneyUnit: mapping.moneyUnits[field] ?? mapping.moneyUnit,
    roundMoney: mapping.roundMoney,
    dayOnly: mapping.days.includes(field),
    header: [mapping.columns[field] ?? ''].flat().join('/'),
    today: zone.localAt(now).day,
  }
}

const longestText = 2000
/** The most bytes of an indexed text, in any script. */
export const longestKey = 400
// eslint-disable-next-line no-control-regex -- finding them is the point
const controlCharacters = /[\u0000-\u0008\v\f\u000E-\u001F]/
const yes = new Set(['1', 't', 'true', 'y', 'yes', '是', '√', '有'])
const no = new Set(['0', 'f', 'false', 'n', 'no', '否', '×', '无'])

function checkedText(text: string, longest: number): Parsed {
  if (text.length > longest) return { reason: 'tooLong' }
  return controlCharacters.test(text) ? { reason: 'controlCharacter' } : { value: text }
}

const outside = (value: number, field: Field): boolean =>
  value < (field.least ?? -2_147_483_648) || value > (field.most ?? 2_147_483_647)

function checkedInteger(text: string, field: Field): Parsed {
  // Spreadsheets write whole numbers as 3.0; other fractions are not whole.
  const number = /^-?\d{1,15}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(number)) return { reason: 'notAnInteger' }
  return outside(number, field) ? { reason: 'outOfRange' } : { value: number }
}

/**
 * Shifts a decimal number by whole places as text, never as a float, rounding half away from zero. Null for
 * other text, or too large a number.
 */
function shifted(text: string, places: number): { value: number; rounded: boolean } | null {
  const match = /^([-+]?)(\d[\d,，]*)(?:\.(\d*))?$/.exec(text)
  if (!match) return null
  const [, sign = '', whole = '', fraction = ''] = match
  const beyond = fraction.slice(places)
  const digits =
    Number(`${whole.replaceAll(/[,，]/g, '')}${fraction.slice(0, places).padEnd(places, '0')}`) +
    (/^[5-9]/.test(beyond) ? 1 : 0)
  if (!Number.isSafeInteger(digits)) return null
  return { value: sign === '-' && digits !== 0 ? -digits : digits, rounded: /[1-9]/.test(beyond) }
}

/**
 * Parses money as exact integer 分; a unit in the text takes precedence. 1.23E+07 is refused, because digits
 * are lost.
 */
export function fenOf(text: string, unit: Mapping['moneyUnit']): { value: number; rounded: boolean } | null {
  const written = writtenAmount(text)
  return written && shifted(written.number, fenPlaces[written.unit ?? unit])
}

function checkedMoney(text: string, form: FieldFormat, field: Field): Parsed {
  if (/[%％‰]$/.test(text)) return { reason: 'percentForMoney' }
  const fen = fenOf(text, form.moneyUnit)
  if (fen === null) return { reason: 'notMoney' }
  if (field.least !== undefined && fen.value < field.least) return { reason: 'negativeMoney' }
  return fen.rounded && !form.roundMoney ? { reason: 'tooSmallFraction' } : fen
}

function checkedThousandths(text: string, field: Field, reason: Reason): Parsed {
  const shiftedNumber = shifted(text, 3)
  if (shiftedNumber === null) return { reason }
  return outside(shiftedNumber.value, field) ? { reason: 'outOfRange' } : { value: shiftedNumber.value }
}

/** 1901-01-01. */
const firstDay = -25_202

/** The placeholder dates of programs: 1899-12-30 to 1900-12-31, 1970-01-01 and 9999-12-31. */
export const isPlaceholder = (day: Day): boolean =>
  (day >= -25_569 && day < firstDay) || day === 0 || day === 2_932_896

function checkedTime(text: string, form: FieldFormat, field: Field): Parsed {
  const time = form.readTime(text) ?? plainReader(text)
  if (!time) return isZeroDate(text) ? { reason: 'placeholderDate' } : limitInstead(text, form, field)
  const day = localDayOf(time, form.zone)
  if (isPlaceholder(day)) return { reason: 'placeholderDate' }
  // Years outside 1901–2200 are typing errors.
  if (day < firstDay || day > 84_006) return { reason: 'outOfRange' }
  if (field.past === true && day > form.today) return { reason: 'afterToday' }
  if (field.reads === 'day') return { value: day }
  const byDay = form.dayOnly || time.byDay
  if (!byDay) return { value: instantOf(time, form.zone), byDay }
  return { value: form.zone.startOf(field.reads === 'due' ? day + 1 : day), byDay }
}

/** A due time may be given as a limit, such as 5个工作日. */
function limitInstead(text: string, { header }: FieldFormat, field: Field): Parsed {
  const limit = field.limitColumn === undefined ? null : limitOf(withHeadedUnit(text, header))
  return limit === null
    ? { reason: field.reads === 'day' ? 'notADate' : 'notAnInstant' }
    : { value: null, limit: writtenLimit(limit) }
}

function checkedReference(text: string): Parsed {
  return isRuinedKey(plainWidth(text)) ? { reason: 'ruinedKey' } : checkedText(text, longestKey)
}

/** A text that identifies a record is stored in ordinary width. */
function checkedIdentifier(text: string): Parsed {
  const key = plainWidth(text)
  return isRuinedKey(key) ? { reason: 'ruinedKey' } : checkedText(key, longestText)
}

/** True for a text that says yes or no. */
export const isFlag = (text: string): boolean => 'value' in checkedFlag(plainWidth(text))

/** True for a text that says yes. */
export const saysYes = (text: string): boolean => yes.has(plainWidth(text).toLowerCase())

function checkedFlag(text: string): Parsed {
  const lower = text.toLowerCase()
  return yes.has(lower) ? { value: true } : no.has(lower) ? { value: false } : { reason: 'notAFlag' }
}

const codesOf = new WeakMap<object, ReadonlyMap<string, string>>()

/**
 * Looks up a code in a list; returns the list's own string. A map is used because an object would first
 * intern the text as a property name.
 */
function checkedCode(text: string, { values = {} }: Field): Parsed {
  const codes = codesOf.get(values) ?? new Map(Object.keys(values).map(code => [code, code]))
  codesOf.set(values, codes)
  const value = codes.get(text)
  return value === undefined ? { reason: 'unknownValue' } : { value }
}

/** Parses one text as a field; blank text is null. References stay text until they are looked up. */
export function parseField(text: string, field: Field, form: FieldFormat): Parsed {
  if (text === '') return field.required ? { reason: 'required' } : { value: null }
  // Formulas and invalid characters are refused for every field, because their value is not in the file.
  if (text.charCodeAt(0) === 61) return { reason: 'formula' }
  if (text.includes('\uFFFD') || !text.isWellFormed()) return { reason: 'undecodable' }
  switch (field.reads) {
    case 'text':
      return field.identifies === true ? checkedIdentifier(text) : checkedText(text, longestText)
    case 'reference':
      return checkedReference(text)
    case 'integer':
      return checkedInteger(plainWidth(text), field)
    case 'money':
      return checkedMoney(plainWidth(text), form, field)
    case 'decimal':
      return checkedThousandths(plainWidth(text), field, 'notADecimal')
    case 'percent':
      return checkedThousandths(plainWidth(text).replace(/[%％]$/, ''), field, 'notAPercent')
    case 'instant':
    case 'due':
    case 'day':
      return checkedTime(plainWidth(text), form, field)
    case 'flag':
      return checkedFlag(plainWidth(text))
    case 'list':
      return checkedCode(text, field)
    case 'suspensions':
      return parseSuspensions(text) ? { value: text } : { reason: 'notSuspensions' }
  }
}
