import type { Finding } from '../finding.ts'
import type { Judged } from './columns.ts'
import { isPlaceholder } from '../../rows/parseField.ts'
import { guess, someOf } from '../finding.ts'
import { isMissingDate } from '../missingWord.ts'
import { columnText, dayOfTime, filledOf, isTime, timeReaderOf } from './columns.ts'

/**
 * Words such as 无, / and — in optional times are read as missing. Runs before the time format is detected.
 */
export function judgeTimeWords(judged: Judged): Finding[] {
  const { mapping, target } = judged
  return target.fields
    .filter(field => isTime(field) && field.required !== true)
    .flatMap(field => {
      const words = [...new Set(filledOf(judged, field.name).filter(isMissingDate))]
      if (words.length === 0) return []
      mapping.missing[field.name] = [...new Set([...(mapping.missing[field.name] ?? []), ...words])]
      const column = columnText(mapping, field.name)
      return [guess('missingWords', { column, count: words.length }, someOf(words))]
    })
}

const hasClock = (text: string): boolean => /\d[:：时点]\d|[T ]\d/.test(text.normalize('NFKC'))

const msPerDay = 86_400_000

/**
 * A column in which every time is midnight holds days: systems write 00:00 after a day stored as a time. A
 * mapping from last time is not changed; the finding then states the consequence.
 */
export function judgeMidnights(judged: Judged, mayChange: boolean): Finding[] {
  const { mapping, target } = judged
  return target.fields
    .filter(
      field => (field.reads === 'instant' || field.reads === 'due') && !mapping.days.includes(field.name),
    )
    .flatMap(field => {
      const read = timeReaderOf(mapping, field.name)
      const texts = filledOf(judged, field.name).filter(hasClock)
      const midnights = texts.filter(text => (read(text) ?? 1) % msPerDay === 0)
      if (texts.length === 0 || midnights.length < texts.length) return []
      if (mayChange) mapping.days.push(field.name)
      const details = { column: columnText(mapping, field.name), count: texts.length }
      return [guess(mayChange ? 'midnightDays' : 'midnightTimes', details, someOf(texts))]
    })
}

/** 1900-01-01 and similar dates mean "no date"; in optional fields they are read as missing. */
export function judgePlaceholders(judged: Judged): Finding[] {
  const { mapping, target } = judged
  return target.fields.filter(isTime).flatMap(field => {
    const read = timeReaderOf(mapping, field.name)
    const texts = filledOf(judged, field.name).filter(text => {
      const time = read(text)
      return time !== null && isPlaceholder(dayOfTime(time))
    })
    if (texts.length === 0) return []
    const column = columnText(mapping, field.name)
    // In required fields they are refused, which the rehearsal reports.
    if (field.required === true) return []
    mapping.missing[field.name] = [...new Set([...(mapping.missing[field.name] ?? []), ...texts])]
    return [guess('placeholderDates', { column, count: texts.length }, someOf(texts))]
  })
}

/** Days after today in columns where they are possible, as where month and day are swapped. */
export function judgeLaterDays(judged: Judged, today: number): Finding[] {
  const { mapping, target } = judged
  return target.fields
    .filter(field => isTime(field) && field.reads !== 'due' && field.past !== true)
    .flatMap(field => {
      const read = timeReaderOf(mapping, field.name)
      const texts = filledOf(judged, field.name).filter(text => dayOfTime(read(text) ?? 0) > today)
      const details = { column: columnText(mapping, field.name), count: texts.length }
      return texts.length === 0 ? [] : [guess('laterDays', details, someOf(texts))]
    })
}

/** A file of cases without any completion. */
export function judgeCaseTimes(judged: Judged): Finding[] {
  const { mapping, target, sample } = judged
  if (target.name !== 'cases' || sample.rows.length === 0) return []
  const open = mapping.constants.completedAt === undefined && filledOf(judged, 'completedAt').length === 0
  return open ? [guess('allOpen', { count: sample.rows.length })] : []
}
