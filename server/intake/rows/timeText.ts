import type { Day, Zone } from '#measures'
import { dayFromText, dayOf } from '#measures'

/**
 * A parsed time: a local day and the milliseconds after its midnight, or an instant with its own offset.
 * `byDay` where the text has no time of day.
 */
type ParsedTime = { day: number; milliseconds: number; byDay: boolean } | { instant: number; byDay: false }

/** Parses times of one form; null for other text or an impossible time. */
export type TimeReader = (text: string) => ParsedTime | null

const tokens: Record<string, string> = {
  YYYY: '(?<Y>\\d{4})',
  MMM: '(?<name>[A-Za-z]{3,9})\\.?',
  MM: '(?<M>\\d{1,2})',
  DD: '(?<D>\\d{1,2})',
  HH: '(?<H>\\d{1,2})',
  hh: '(?<h>\\d{1,2})',
  mm: '(?<m>\\d{2})',
  ss: '(?<s>\\d{2})',
  A: '(?<A>[AaPp][Mm])',
}

const anyToken = /YYYY|MMM|MM|DD|HH|hh|mm|ss|A/g
const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The month of an English name or its first letters; 0 for other text. */
function monthNamed(name: string): number {
  const letters = name.toLowerCase()
  return monthNames.findIndex(month => month.startsWith(letters)) + 1
}

function patternOf(format: string): RegExp {
  const escaped = format.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
  // Without separators (YYYYMMDD), every token has its full width.
  if (format.startsWith('YYYYMMDD')) {
    const wide = (token: string): string => (tokens[token] ?? token).replace('{1,2}', '{2}')
    return new RegExp(`^${escaped.replaceAll(/YYYY|MM|DD|HH|mm|ss/g, wide)}$`)
  }
  return new RegExp(`^${escaped.replaceAll(anyToken, token => tokens[token] ?? token)}$`)
}

const afternoons = new Set(['PM', '下午', '晚上', '中午', '傍晚'])

function hourOf(groups: Record<string, string | undefined>): number | null {
  const half = groups.A?.toUpperCase()
  if (groups.h === undefined && half === undefined) return Number(groups.H ?? 0)
  const hour = Number(groups.h ?? groups.H)
  const afternoon = half !== undefined && afternoons.has(half)
  // 下午15:20 is redundant but valid.
  if (afternoon && groups.h === undefined && hour > 12) return hour
  // 晚上12点 is ambiguous: it may begin or end the day.
  if (half === '晚上' && hour === 12) return null
  // 中午11点 is before noon.
  if (half === '中午' && hour === 11) return hour
  return hour < 1 || hour > 12 ? null : (hour % 12) + (afternoon ? 12 : 0)
}

function fromGroups(groups: Record<string, string | undefined>): ParsedTime | null {
  const month = groups.name === undefined ? Number(groups.M) : monthNamed(groups.name)
  const [year, date] = [Number(groups.Y), Number(groups.D)]
  const hour = hourOf(groups)
  const [minute, second] = [Number(groups.m ?? 0), Number(groups.s ?? 0)]
  const day = dayOf(year, month, date)
  const real =
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    dayOf(year, month, 1) + date - 1 === day &&
    new Date(day * 86_400_000).getUTCMonth() === month - 1
  if (!real || hour === null || hour > 23 || minute > 59 || second > 59) return null
  const byDay = groups.H === undefined && groups.h === undefined
  return { day, milliseconds: ((hour * 60 + minute) * 60 + second) * 1000, byDay }
}

/** Whether a format contains each token at most once. */
export function isTimeFormat(format: string): boolean {
  const parts = format.match(anyToken) ?? []
  return new Set(parts).size === parts.length
}

/** The format of days as spreadsheet numbers: 45123 is 2023-07-16. */
export const serialFormat = 'EXCEL'
/** 1954-10-03 to 2100-01-01, as days since 1899-12-30. */
const [firstSerial, lastSerial, epoch] = [20_000, 73_051, 25_569]

const serialReader: TimeReader = text => {
  const serial = /^\d{5}(?:\.\d{1,12})?$/.test(text) ? Number(text) : Number.NaN
  if (!(serial >= firstSerial && serial <= lastSerial)) return null
  const seconds = Math.round((serial % 1) * 86_400)
  return { day: Math.floor(serial) - epoch, milliseconds: seconds * 1000, byDay: !text.includes('.') }
}

/** A reader for a format such as MM/DD/YYYY hh:mm:ss A or DD MMM YYYY (8 Jul 2024). */
export function formatReader(format: string): TimeReader {
  if (format === serialFormat) return serialReader
  const pattern = patternOf(format)
  return text => {
    const groups = pattern.exec(text)?.groups
    return groups ? fromGroups(groups) : null
  }
}

const half = '(?:(?<A>上午|下午|早上|晚上|中午|凌晨|傍晚)\\s*)?'
const clock = [
  `${half}(?<H>\\d{1,2})`,
  '(?:[时点]整?|[:时点]\\s?(?<m>\\d{1,2})(?:[:分]\\s?(?<s>\\d{1,2})秒?(?:\\.\\d+)?)?分?)',
].join('')
/** Matches 2012-8-8, 2012. 8. 8, 2012年8月8日, with or without a time of day. */
const isoForm = new RegExp(
  `^(?<Y>\\d{4})\\s?[-/.年]\\s?(?<M>\\d{1,2})\\s?[-/.月]\\s?(?<D>\\d{1,2})日?(?:(?:(?<=日)|[T ])\\s*${clock})?$`,
)
/** Matches 20120808 and 20120808 09:05:30, from 1900 to 2099. */
const compactForm =
  /^(?<Y>(?:19|20)\d{2})(?<M>\d{2})(?<D>\d{2})(?:[T ]?(?<H>\d{2}):?(?<m>\d{2})(?::?(?<s>\d{2}))?)?$/
const offsetForm = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

const twoDigits = (text: string, at: number): number =>
  (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
/**
 * A cache of days by their digits, because files repeat the same few thousand dates. NaN for impossible days.
 */
const daysByDigits = new Map<number, Day>()
const mostDays = 50_000

function rememberedDay(text: string): Day {
  const digits =
    (twoDigits(text, 0) * 100 + twoDigits(text, 2)) * 10_000 + twoDigits(text, 5) * 100 + twoDigits(text, 8)
  const cached = daysByDigits.get(digits)
  if (cached !== undefined) return cached
  const day = dayFromText(text.slice(0, 10)) ?? Number.NaN
  if (daysByDigits.size < mostDays) daysByDigits.set(digits, day)
  return day
}

const commonForm = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?$/

/** A fast path for 2012-08-08 09:05(:30), the form of nearly every export. */
function commonTime(text: string): ParsedTime | null {
  const day = rememberedDay(text)
  const [hour, minute, second] = [
    twoDigits(text, 11),
    twoDigits(text, 14),
    text.length === 19 ? twoDigits(text, 17) : 0,
  ]
  return Number.isNaN(day) || hour > 23 || minute > 59 || second > 59
    ? null
    : { day, milliseconds: ((hour * 60 + minute) * 60 + second) * 1000, byDay: false }
}

/** Parses ISO times with and without an offset, 2012/8/8 9:05, 2012年8月8日 下午3:20 and 20120808. */
export const plainReader: TimeReader = text => {
  if (commonForm.test(text)) return commonTime(text)
  if (offsetForm.test(text)) {
    // Date.parse requires the T, and at most three digits of a second.
    const instant = Date.parse(text.replace(' ', 'T').replace(/(\.\d{3})\d+/, '$1'))
    return Number.isNaN(instant) || dayFromText(text.slice(0, 10)) === null ? null : { instant, byDay: false }
  }
  const groups = (isoForm.exec(text) ?? compactForm.exec(text))?.groups
  return groups ? fromGroups(groups) : null
}

const zeroDate = /^0{4}[-/.年]?0{1,2}[-/.月]?0{1,2}日?(?:[ T]?0{1,2}:0{1,2}(?::0{1,2})?)?$/

/** Whether a text is 0000-00-00, by which databases mean no date. */
export const isZeroDate = (text: string): boolean => zeroDate.test(text)

/** The instant of a parsed time in the hall's zone. */
export function instantOf(time: ParsedTime, zone: Zone): number {
  return 'instant' in time ? time.instant : zone.instantAt(time.day, time.milliseconds)
}

/** The local day of a parsed time. */
export function localDayOf(time: ParsedTime, zone: Zone): number {
  return 'instant' in time ? zone.localAt(time.instant).day : time.day
}
