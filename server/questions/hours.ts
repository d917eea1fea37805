import type { Match, Matcher, Meaning, MemberGroup } from './word.ts'
import { numberPattern, wholeNumber } from './normalise.ts'

/** Parts of a day: their hours, and how they complete a twelve-hour clock. */
const parts: readonly { words: string; hours: readonly number[]; shift: (hour: number) => number }[] = [
  { words: '凌晨|清晨', hours: [], shift: hour => hour },
  { words: '上午|早上|早晨|早', hours: [8, 9, 10, 11], shift: hour => hour },
  { words: '中午', hours: [11, 12, 13], shift: hour => (hour < 6 ? hour + 12 : hour) },
  {
    words: '下午|午后',
    hours: [12, 13, 14, 15, 16, 17],
    shift: hour => (hour < 12 ? hour + 12 : hour),
  },
  { words: '晚上|傍晚|夜里', hours: [], shift: hour => (hour < 12 ? hour + 12 : hour) },
]
const partWords = parts.map(({ words }) => words).join('|')
const partNamed = (text: string) => parts.find(({ words }) => words.split('|').includes(text))

const english: readonly { words: RegExp; hours: readonly number[] }[] = [
  { words: /(?:in |during )?(?:the )?morning/y, hours: [8, 9, 10, 11] },
  { words: /(?:at )?noon/y, hours: [11, 12, 13] },
  { words: /(?:in |during )?(?:the )?afternoon/y, hours: [12, 13, 14, 15, 16, 17] },
]

const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place)

function groupOf(hours: readonly number[]): MemberGroup {
  const [first = 0, last = 0] = [hours[0], hours.at(-1)]
  return {
    dimension: 'hour',
    codes: hours.map(String),
    names: { zh: `${first}—${last + 1}时`, en: `${first}:00–${last + 1}:00` },
  }
}

/** The alternatives for hours; no match where none is possible. */
function matchOf(length: number, ways: readonly (readonly number[])[]): Match[] {
  const possible = ways.filter(hours => hours.length > 0 && (hours.at(-1) ?? 24) < 24)
  return possible.length > 0 ? [{ length, meaning: { kind: 'members', groups: possible.map(groupOf) } }] : []
}

/** Receipts are stored by whole hour, so half past nine is not supported. */
const halfHour: Meaning = {
  kind: 'refuse',
  reason: 'notRecorded',
  why: {
    zh: '时段按整点记录，不能问半点和几分',
    en: 'times of day are recorded by the whole hour, not by halves or minutes',
  },
}

const n = `(${numberPattern})`
const marks = '(点钟|点整|点|时|:00)'
const clock = String.raw`(${partWords})?${n}${marks}`
const hour = String.raw`(\d{1,2})(:00)? ?([ap]\.?m)?`
const behind = '(之前|以前|前|之后|以后|后)?'
const patterns = {
  half: new RegExp(`(?:${partWords})?${n}(?:点半|时半|点(?:一刻|三刻)|[点时:]\\d{1,2}分?)`, 'y'),
  zh: new RegExp(`${clock}${behind}(?![间段限候半一三\\d])`, 'y'),
  span: new RegExp(`(${partWords})?${n}${marks}?[至到-]${clock}(?![间段限候半一三\\d])`, 'y'),
  part: new RegExp(`${partWords.replace('|早|', '|')}`, 'y'),
  en: new RegExp(
    String.raw`(?:between |from |at |after |before )?${hour}(?: ?(?:to|until|and|[-到至]) ?${hour})?(?![\d:])`,
    'y',
  ),
}

/**
 * The hours meant without a part of the day: 三点 is 15:00 for most people and 3:00 for some, so both are
 * offered; 15点, 9时 and 3:00 are unambiguous.
 */
function ways(part: string, hour: number, mark: string): number[] {
  const named = partNamed(part)
  if (named) return [named.shift(hour)]
  return hour >= 1 && hour <= 6 && mark.startsWith('点') ? [hour + 12, hour] : [hour]
}

function chineseClock(text: string, at: number): Match[] {
  patterns.half.lastIndex = at
  const half = patterns.half.exec(text)
  if (half && !half[0].endsWith(':00')) return [{ length: half[0].length, meaning: halfHour }]
  return [...clockSpan(text, at), ...singleClock(text, at)]
}

function singleClock(text: string, at: number): Match[] {
  patterns.zh.lastIndex = at
  const match = patterns.zh.exec(text)
  if (!match) return []
  const [whole, part = '', first = '', mark = '', where = ''] = match
  const hour = wholeNumber(first)
  if (hour === null) return []
  return matchOf(
    whole.length,
    ways(part, hour, mark).map(way => around(way, where)),
  )
}

/** 九点到十点, 9-10点: the first may borrow its mark from the last. */
function clockSpan(text: string, at: number): Match[] {
  patterns.span.lastIndex = at
  const match = patterns.span.exec(text)
  if (!match) return []
  const [whole, part = '', first = '', mark, endPart = '', second = '', endMark = ''] = match
  const [from, to] = [wholeNumber(first), wholeNumber(second)]
  if (from === null || to === null) return []
  const starts = ways(part, from, mark ?? endMark)
  const later = endPart === '' && to < 12 ? [to + 12] : []
  const ends = [...ways(endPart || (to < 12 ? part : ''), to, endMark), ...later]
  // The end of a span is as late as its beginning allows: 十一点到两点 ends at 14.
  const spans = starts.map(start =>
    span(start, ends.filter(end => end > start).sort((a, b) => a - b)[0] ?? 0),
  )
  return matchOf(whole.length, spans)
}

function around(hour: number, where: string): number[] {
  if (where === '') return [hour]
  return where.includes('前') ? span(0, hour) : span(hour, 24)
}

const shiftEnglish = (hour: number, half: string): number =>
  half.startsWith('p') ? (hour % 12) + 12 : half.startsWith('a') ? hour % 12 : hour

function englishClock(text: string, at: number): Match[] {
  patterns.en.lastIndex = at
  const match = patterns.en.exec(text)
  if (!match) return []
  const [whole, first = '', mark = '', half = '', second, endMark = '', endHalf = ''] = match
  const says = (part: string): boolean => part !== ''
  // A bare number is no time of day.
  if (![mark, half, endMark, endHalf].some(says)) return []
  const length = whole.trimEnd().length
  if (second === undefined) {
    const from = shiftEnglish(Number(first), half)
    if (whole.startsWith('before')) return matchOf(length, [span(0, from)])
    return matchOf(length, [whole.startsWith('after') ? span(from, 24) : [from]])
  }
  const to = shiftEnglish(Number(second), endHalf)
  const from = shiftEnglish(Number(first), half || (to > 12 && Number(first) > Number(second) ? '' : endHalf))
  return matchOf(length, [span(from, to)])
}

/** Finds times of the day: 上午, 9点, 下午三点到四点, 14时到16时, in the morning, between 3 and 4 pm. */
export const hourMatcher: Matcher = (text, at) => {
  patterns.part.lastIndex = at
  const part = patterns.part.exec(text)
  const named = part ? matchOf(part[0].length, [partNamed(part[0])?.hours ?? []]) : []
  const words = english.flatMap(({ words: pattern, hours }): Match[] => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    return match ? matchOf(match[0].length, [hours]) : []
  })
  return [...named, ...words, ...chineseClock(text, at), ...englishClock(text, at)]
}
