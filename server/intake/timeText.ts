import type { Day, Zone } from '#measures'
import { dayFromText, dayOf } from '#measures'

/** A time as a file writes it: a local day and the milliseconds after its midnight, or an instant that names its own offset. */
export type ParsedTime = { day: number, milliseconds: number } | { instant: number }

/** Reads times of one form; null for text that is not of that form or not a real time. */
export type TimeReader = (text: string) => ParsedTime | null

const tokens: Record<string, string> = {
  YYYY: '(?<Y>\\d{4})',
  MM: '(?<M>\\d{1,2})',
  DD: '(?<D>\\d{1,2})',
  HH: '(?<H>\\d{1,2})',
  hh: '(?<h>\\d{1,2})',
  mm: '(?<m>\\d{2})',
  ss: '(?<s>\\d{2})',
  A: '(?<A>[AaPp][Mm])',
}

function patternOf(format: string): RegExp {
  const escaped = format.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // Without separators (YYYYMMDD) every token has its full width.
  if (format.startsWith('YYYYMMDD'))
    return new RegExp(`^${escaped.replaceAll(/YYYY|MM|DD|HH|mm|ss/g, token => (tokens[token] ?? token).replace('{1,2}', '{2}'))}$`)
  return new RegExp(`^${escaped.replaceAll(/YYYY|MM|DD|HH|hh|mm|ss|A/g, token => tokens[token] ?? token)}$`)
}

function hourOf(groups: Record<string, string | undefined>): number | null {
  if (groups.h === undefined)
    return Number(groups.H ?? 0)
  const hour = Number(groups.h)
  if (hour < 1 || hour > 12)
    return null
  const afternoon = (groups.A ?? 'AM').toUpperCase() === 'PM'
  return hour % 12 + (afternoon ? 12 : 0)
}

function fromGroups(groups: Record<string, string | undefined>): ParsedTime | null {
  const [year, month, date] = [Number(groups.Y), Number(groups.M), Number(groups.D)]
  const hour = hourOf(groups)
  const [minute, second] = [Number(groups.m ?? 0), Number(groups.s ?? 0)]
  const day = dayOf(year, month, date)
  const real = month >= 1 && month <= 12 && date >= 1 && dayOf(year, month, 1) + date - 1 === day && new Date(day * 86_400_000).getUTCMonth() === month - 1
  if (!real || hour === null || hour > 23 || minute > 59 || second > 59)
    return null
  return { day, milliseconds: ((hour * 60 + minute) * 60 + second) * 1000 }
}

/** A reader of one named format, such as MM/DD/YYYY hh:mm:ss A. */
export function formatReader(format: string): TimeReader {
  const pattern = patternOf(format)
  return (text) => {
    const groups = pattern.exec(text)?.groups
    return groups ? fromGroups(groups) : null
  }
}

const isoForm = /^(?<Y>\d{4})[-/.年](?<M>\d{1,2})[-/.月](?<D>\d{1,2})日?(?:[T ]\s*(?<H>\d{1,2})[:时](?<m>\d{2})(?:[:分](?<s>\d{2})秒?(?:\.\d+)?)?分?)?$/
const offsetForm = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

const twoDigits = (text: string, at: number): number => (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
/** Days by year, month and date as digits; files repeat the same few thousand dates, so each is worked out once. NaN where there is no such day. */
const daysByDigits = new Map<number, Day>()
const mostDays = 50_000

function rememberedDay(text: string): Day {
  const digits = (twoDigits(text, 0) * 100 + twoDigits(text, 2)) * 10_000 + twoDigits(text, 5) * 100 + twoDigits(text, 8)
  const known = daysByDigits.get(digits)
  if (known !== undefined)
    return known
  const day = dayFromText(text.slice(0, 10)) ?? Number.NaN
  if (daysByDigits.size < mostDays)
    daysByDigits.set(digits, day)
  return day
}

const commonForm = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?$/

/** 2012-08-08 09:05(:30), the form of nearly every export, without the detours that rarer forms need. */
function commonTime(text: string): ParsedTime | null {
  const day = rememberedDay(text)
  const [hour, minute, second] = [twoDigits(text, 11), twoDigits(text, 14), text.length === 19 ? twoDigits(text, 17) : 0]
  return Number.isNaN(day) || hour > 23 || minute > 59 || second > 59 ? null : { day, milliseconds: ((hour * 60 + minute) * 60 + second) * 1000 }
}

/** Reads ISO times with and without an offset, 2012/8/8 9:05 and 2012年8月8日. */
export const plainReader: TimeReader = (text) => {
  if (commonForm.test(text))
    return commonTime(text)
  if (offsetForm.test(text)) {
    // Date.parse wants the T, and at most three digits of a second.
    const instant = Date.parse(text.replace(' ', 'T').replace(/(\.\d{3})\d+/, '$1'))
    return Number.isNaN(instant) || dayFromText(text.slice(0, 10)) === null ? null : { instant }
  }
  const groups = isoForm.exec(text)?.groups
  return groups ? fromGroups(groups) : null
}

/** The instant of a parsed time in the hall's zone. */
export function instantOf(time: ParsedTime, zone: Zone): number {
  return 'instant' in time ? time.instant : zone.instantAt(time.day, time.milliseconds)
}

/** The local day of a parsed time. */
export function localDayOf(time: ParsedTime, zone: Zone): number {
  return 'instant' in time ? zone.localAt(time.instant).day : time.day
}
