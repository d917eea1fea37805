import type { ColumnType, Value } from './field.ts'
import { dayFromText, textOfDay } from '#measures'

const dayTexts = new Map<number, string>()

function dayText(day: number): string {
  const known = dayTexts.get(day)
  if (known !== undefined)
    return known
  const text = textOfDay(day)
  dayTexts.set(day, text)
  return text
}

const special: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

/** A value as PostgreSQL's COPY text format wants it. */
export function encode(value: Value | undefined, type: ColumnType): string {
  if (value === null || value === undefined)
    return '\\N'
  switch (type) {
    case 'instant': return new Date(Number(value)).toISOString()
    case 'day': return dayText(Number(value))
    case 'flag': return value === true ? 't' : 'f'
    case 'integer': return String(value)
    case 'text': return String(value).replaceAll(/[\\\t\n\r]/g, found => special[found] ?? found)
  }
}

/** A value as it came from the database, back in the form in which rows are compared. */
export function decode(value: unknown, type: ColumnType): Value {
  if (value === null || value === undefined)
    return null
  switch (type) {
    case 'instant': return (value as Date).getTime()
    case 'day': return dayFromText(String(value))
    case 'flag': return value === true
    case 'integer': return Number(value)
    case 'text': return String(value)
  }
}
