import type { ColumnType, Value } from '../rows/field.ts'
import { dayFromText, textOfDay } from '#measures'

const dayTexts = new Map<number, string>()

function dayText(day: number): string {
  const cached = dayTexts.get(day)
  if (cached !== undefined) return cached
  const text = textOfDay(day)
  dayTexts.set(day, text)
  return text
}

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const specials = /[\\\t\n\r]/g
const hasSpecial = /[\\\t\n\r]/
const msPerDay = 86_400_000

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/**
 * Formats 2012-08-08 01:05:00.250Z. Dates repeat, so their texts are cached; only the time of day is
 * formatted.
 */
function instantText(instant: number): string {
  const day = Math.floor(instant / msPerDay)
  const ms = instant - day * msPerDay
  const rest = ms % 60_000
  const fraction = rest % 1000 === 0 ? '' : `.${String(rest % 1000).padStart(3, '0')}`
  const seconds = rest === 0 ? '00' : `${two(Math.floor(rest / 1000))}${fraction}`
  return `${dayText(day)} ${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${seconds}Z`
}

/** Encodes values of one type for PostgreSQL's COPY text format. */
export const encoders: Record<ColumnType, (value: string | number | boolean) => string> = {
  instant: value => instantText(Number(value)),
  day: value => dayText(Number(value)),
  flag: value => (value === true ? 't' : 'f'),
  integer: String,
  text: value => {
    const text = String(value)
    return hasSpecial.test(text)
      ? text.replaceAll(specials, character => special[character] ?? character)
      : text
  },
}

/** Converts a value from the database to the form in which rows are compared. */
export function decode(value: unknown, type: ColumnType): Value {
  if (value === null || value === undefined) return null
  switch (type) {
    case 'instant':
      return (value as Date).getTime()
    case 'day':
      return dayFromText(String(value))
    case 'flag':
      return value === true
    case 'integer':
      return Number(value)
    case 'text':
      return String(value)
  }
}
