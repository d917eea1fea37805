import type { HallTime } from '../../server/measures/index.ts'
import type { DemoItem, DemoVersion, Table } from './catalogue.ts'
import { dayFromText, textOfDay, weekdayOf } from '../../server/measures/index.ts'
import { demoItems, maskedName } from './catalogue.ts'
import { Random } from './random.ts'

/** The complete history of a case in local days and minutes; it is cut at the present when written. */
interface Life {
  number: string
  item: DemoItem
  channel: string
  applicant: string
  greenChannel: boolean
  appointment: boolean
  jointGroup: string
  supplements: number
  outcome: string
  received: Moment
  accepted: Moment
  completed: Moment
  suspension: { kind: string; start: number; resume: number } | null
}

interface Moment {
  day: number
  minute: number
}

const opensAt = 8 * 60
const noon = 12 * 60
const reopensAt = 14 * 60 + 30
const closesAt = 17 * 60 + 30
const cumulative = demoItems.reduce<number[]>((sums, item) => [...sums, (sums.at(-1) ?? 0) + item.weight], [])

/** True for working days of the demo. */
export function demoWorking(hall: HallTime, day: number): boolean {
  return hall.calendar?.isWorking(day) ?? weekdayOf(day) <= 5
}

function workingDayAfter(hall: HallTime, day: number, count: number): number {
  let at = day
  for (let left = count; left > 0;) {
    at++
    if (demoWorking(hall, at)) left--
  }
  return at
}

function openMinute(random: Random): number {
  // Mornings are busier: two thirds of the cases arrive before noon.
  return random.chance(0.64)
    ? opensAt + Math.floor((noon - opensAt) * random.next() ** 0.8)
    : reopensAt + Math.floor((closesAt - reopensAt) * random.next())
}

function versionOn(item: DemoItem, day: number): DemoVersion | undefined {
  const date = textOfDay(day)
  return item.versions.find(version => version.from <= date && (version.to === '' || date < version.to))
}

function channelOf(random: Random, modern: boolean): string {
  if (!modern) return random.chance(0.96) ? 'hall' : 'phone'
  return ['hall', 'online', 'mobile', 'selfService'][random.weighted([0.55, 0.8, 0.94, 1])] ?? 'hall'
}

function outcomeOf(random: Random): string {
  return (
    ['granted', 'refused', 'returned', 'withdrawn'][random.weighted([0.972, 0.982, 0.993, 1])] ?? 'granted'
  )
}

interface Setting {
  hall: HallTime
  random: Random
  modern: boolean
}

function minutesLater(moment: Moment, minutes: number): Moment {
  const after = moment.minute + minutes
  if (moment.minute < noon && after >= noon)
    return { day: moment.day, minute: Math.min(closesAt - 1, after - noon + reopensAt) }
  return { day: moment.day, minute: Math.min(closesAt - 1, after) }
}

/** When an accepted case is completed. */
function completionOf(
  { hall, random, modern }: Setting,
  accepted: Moment,
  terms: { item: DemoItem; version: DemoVersion },
): Moment {
  const late = random.chance((modern ? 0.006 : 0.009) * terms.item.unit.lateness)
  if (terms.version.type === 'instant')
    return late
      ? { day: workingDayAfter(hall, accepted.day, random.whole(1, 3)), minute: openMinute(random) }
      : minutesLater(accepted, random.whole(3, 45))
  const promised = terms.version.committed
  const share = Math.min(0.98, Math.max(0.02, (modern ? 0.3 : 0.42) + random.normal() * 0.17))
  const days = late ? promised + random.whole(1, 5) : Math.floor(share * promised)
  return days === 0
    ? minutesLater(accepted, random.whole(20, 150))
    : { day: workingDayAfter(hall, accepted.day, days), minute: openMinute(random) }
}

/** A few longer cases are suspended for an inspection or a hearing, and completed after it. */
function suspensionOf({ hall, random }: Setting, version: DemoVersion, accepted: Moment): Life['suspension'] {
  if (version.type !== 'committed' || version.committed < 6 || !random.chance(0.03)) return null
  const start = accepted.day + 1
  return {
    kind: random.pick(['inspection', 'expertReview', 'hearing']),
    start,
    resume: workingDayAfter(hall, start, random.whole(3, 8)),
  }
}

function timesOf(
  setting: Setting,
  day: number,
  terms: { item: DemoItem; version: DemoVersion },
): Pick<Life, 'received' | 'accepted' | 'completed' | 'suspension' | 'supplements'> {
  const { hall, random } = setting
  const received: Moment = { day, minute: openMinute(random) }
  const supplements = random.chance(0.025) ? 1 : 0
  const accepted = supplements
    ? { day: workingDayAfter(hall, day, random.whole(1, 4)), minute: openMinute(random) }
    : received
  const completed = completionOf(setting, accepted, terms)
  const suspension = suspensionOf(setting, terms.version, accepted)
  const resumed =
    suspension === null
      ? completed
      : {
          day: workingDayAfter(hall, Math.max(completed.day, suspension.resume), 1),
          minute: completed.minute,
        }
  return { received, supplements, accepted, completed: resumed, suspension }
}

function lifeOf(setting: Setting, day: number, serial: number): Life | null {
  const { random, modern } = setting
  const item = demoItems[random.weighted(cumulative)]
  const version = item && versionOn(item, day)
  if (!item || !version) return null
  return {
    ...timesOf(setting, day, { item, version }),
    number: `PH${textOfDay(day).replaceAll('-', '')}${String(serial).padStart(5, '0')}`,
    item,
    channel: channelOf(random, modern),
    applicant: maskedName(random.whole(0, 999)),
    greenChannel: random.chance(0.004),
    appointment: random.chance(modern ? 0.08 : 0.02),
    jointGroup: '',
    outcome: outcomeOf(random),
  }
}

/** The briefing's example: a mortgage with 30 working days by law, registered in 1.5. */
function mortgage(): Life | null {
  const item = demoItems.find(item => item.name === '房产抵押登记办理')
  const day = dayFromText('2012-11-06') ?? 0
  return item
    ? {
        number: 'PH2012110690001',
        item,
        channel: 'hall',
        applicant: '某企业',
        greenChannel: true,
        appointment: true,
        jointGroup: 'LB-2012-001',
        supplements: 0,
        outcome: 'granted',
        received: { day, minute: opensAt },
        accepted: { day, minute: opensAt },
        completed: { day: day + 1, minute: 11 * 60 + 30 },
        suspension: null,
      }
    : null
}

/** Occasionally, two or three committed cases of a day form a joint affair of several units. */
function joinSome(lives: readonly Life[], date: string): Life[] {
  const random = new Random(`joint ${date}`)
  if (!random.chance(0.3)) return [...lives]
  const committed = lives.filter(life => versionOn(life.item, life.received.day)?.type === 'committed')
  const start = random.whole(0, Math.max(0, committed.length - 3))
  const joined = new Set(committed.slice(start, start + random.whole(2, 3)).map(life => life.number))
  return joined.size < 2
    ? [...lives]
    : lives.map(life => (joined.has(life.number) ? { ...life, jointGroup: `LB-${date}` } : life))
}

/** All cases received on one day, drawn from a seed of its date. */
function livesOn(hall: HallTime, day: number, volume: number): Life[] {
  if (!demoWorking(hall, day)) return []
  const date = textOfDay(day)
  const setting: Setting = { hall, random: new Random(`cases ${date}`), modern: date > '2015' }
  const weekday = [1.18, 1.02, 0.98, 0.96, 0.88, 0.75, 0.7][weekdayOf(day) - 1] ?? 1
  const season = 1 + 0.1 * Math.sin(((day % 365) / 365) * 2 * Math.PI)
  const count = Math.round(volume * weekday * season * (1 + setting.random.normal() * 0.05))
  const lives = joinSome(
    Array.from({ length: count }, (_, index) => lifeOf(setting, day, index + 1)).filter(
      life => life !== null,
    ),
    date,
  )
  const example = date === '2012-11-06' ? mortgage() : null
  return [...lives, example].filter(life => life !== null)
}

const two = (n: number): string => String(n).padStart(2, '0')

/** A moment as text; empty where it is later than the present. */
function momentText({ day, minute }: Moment, cut: Moment): string {
  const known = day < cut.day || (day === cut.day && minute < cut.minute)
  return known ? `${textOfDay(day)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}` : ''
}

function suspensionText(life: Life, cut: Moment): string {
  const { suspension } = life
  if (!suspension || suspension.start >= cut.day) return ''
  return (
    `${suspension.kind} ` +
    `${textOfDay(suspension.start)}/${suspension.resume < cut.day ? textOfDay(suspension.resume) : ''}`
  )
}

const header = [
  'caseNumber',
  'item',
  'window',
  'channel',
  'applicant',
  'greenChannel',
  'appointment',
  'jointGroup',
  'supplements',
  'outcome',
  'receivedAt',
  'acceptedAt',
  'completedAt',
  'suspensions',
]

function rowOf(life: Life, cut: Moment): string[] | null {
  const received = momentText(life.received, cut)
  if (!received) return null
  const completed = momentText(life.completed, cut)
  return [
    life.number,
    life.item.code,
    life.item.window,
    life.channel,
    life.applicant,
    life.greenChannel ? '1' : '0',
    life.appointment ? '1' : '0',
    life.jointGroup,
    String(life.supplements),
    completed ? life.outcome : '',
    received,
    momentText(life.accepted, cut),
    completed,
    suspensionText(life, cut),
  ]
}

/**
 * The days whose cases are written, and the present. With `since`, only cases that are new or changed since
 * then.
 */
interface CaseSpan {
  from: number
  to: number
  cut: Moment
  since?: Moment
  /** Cases on an ordinary working day. */
  volumeOn: (day: number) => number
}

/** The cases of a span as a table; one day at a time is in memory. */
export function casesTable(hall: HallTime, span: CaseSpan): Table {
  function* rows(): Generator<string[]> {
    for (let day = span.from; day <= span.to; day++) {
      for (const life of livesOn(hall, day, span.volumeOn(day))) {
        const row = rowOf(life, span.cut)
        if (row && (!span.since || rowOf(life, span.since)?.join() !== row.join())) yield row
      }
    }
  }
  return { header, rows: rows() }
}

/** The launch months grow from 280 to 430 cases a day; a settled year has about 290. */
export function usualVolume(day: number): number {
  const start = dayFromText('2012-08-08') ?? 0
  const end = dayFromText('2012-12-31') ?? 0
  return day <= end ? 280 + (150 * (day - start)) / (end - start) : 290
}
