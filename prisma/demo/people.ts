import type { HallTime } from '../../server/measures/index.ts'
import type { Table } from './catalogue.ts'
import { textOfDay, weekdayOf } from '../../server/measures/index.ts'
import { demoWindows } from './catalogue.ts'
import { Random } from './random.ts'
import { openDays } from './service.ts'

type Line = (string | number)[]

const handlers = 110
const staffCode = (place: number): string => `S${String(place + 1).padStart(3, '0')}`

/** The first months were harder: more posts stood empty before there were rules. */
const hardship = (date: string): number => (date < '2012-10' ? 2 : 1)

const leaves: [reason: string, leave: string][] = [
  ['病假', 'sick'],
  ['事假', 'personal'],
  ['年休假', 'annual'],
]

type Attended = [attended: number, excused: number, reason: string, leave: string]

/** What a person did on a day: half-days attended, half-days away on duty, and why anything is missing. */
function attendanceOf(random: Random, hard: number): Attended {
  const drawn = random.next()
  if (drawn < 0.016) return [0, 2, random.pick(['下乡服务', '现场踏勘', '外出培训']), '']
  if (drawn < 0.028) return [1, 1, '公假半天', '']
  if (drawn < 0.028 + 0.008 * hard) return [1, 0, '事假半天', 'personal']
  if (drawn < 0.028 + 0.014 * hard) {
    const [reason, leave] = random.pick(leaves)
    return [0, 0, reason, leave]
  }
  return [2, 0, '', '']
}

function* attendanceLines(hall: HallTime, from: number, to: number): Generator<Line> {
  for (const day of openDays(hall, from, to)) {
    const date = textOfDay(day)
    const random = new Random(`attendance ${date}`)
    for (let place = 0; place < handlers; place++)
      yield [staffCode(place), date, 2, ...attendanceOf(random, hardship(date))]
  }
}

/** Who was there on which day, one line a person and day. */
export const attendanceTable = (hall: HallTime, from: number, to: number): Table => ({
  header: ['staff', 'day', 'due', 'attended', 'excused', 'reason', 'leave'],
  rows: { [Symbol.iterator]: () => attendanceLines(hall, from, to) },
})

const windowsARound = 15

/** A round on Tuesdays and Thursdays looks at a third of the windows, the next round at the next third. */
function checksOn(day: number): Line[] {
  if (weekdayOf(day) !== 2 && weekdayOf(day) !== 4) return []
  const date = textOfDay(day)
  const random = new Random(`checks ${date}`)
  const hard = hardship(date)
  const hour = random.pick([9, 10, 11, 15, 16])
  const round = Math.floor(day / 2) % 3
  return demoWindows.slice(round * windowsARound, (round + 1) * windowsARound).map(({ code }, index) => {
    const drawn = random.next()
    const outcome = drawn < 0.018 * hard ? 'nobody' : drawn < 0.09 * hard ? 'standIn' : 'handler'
    return [
      `PHCG${date.replaceAll('-', '')}${String(index + 1).padStart(2, '0')}`,
      code,
      `${date} ${String(hour).padStart(2, '0')}:${String(10 + index * 2)}`,
      outcome,
      outcome === 'nobody' ? '无人在岗，已提醒' : '',
    ]
  })
}

/** Looks at posts: 30 a week. */
export const postChecksTable = (hall: HallTime, from: number, to: number): Table => ({
  header: ['checkCode', 'window', 'checkedAt', 'found', 'note'],
  rows: openDays(hall, from, to).flatMap(checksOn),
})

/** True on the first open day from the 20th of a quarter's last month on. */
function isExamDay(hall: HallTime, day: number): boolean {
  const [, month, date] = textOfDay(day).split('-').map(Number)
  if ((month ?? 0) % 3 !== 0 || (date ?? 0) < 20) return false
  return openDays(hall, day - ((date ?? 20) - 20), day - 1).length === 0
}

function papersOn(day: number): Line[] {
  const date = textOfDay(day)
  const paper = `${date.slice(0, 4)}年第${Math.ceil(Number(date.slice(5, 7)) / 3)}季度业务考试`
  const random = new Random(`exam ${date}`)
  return Array.from({ length: handlers }, (_, place) => {
    const score = Math.min(100, Math.max(38, 82 + random.normal() * 9))
    return [paper, staffCode(place), date, Math.round(score * 2) / 2]
  })
}

/** One exam a quarter, everybody at a window takes it. */
export const examsTable = (hall: HallTime, from: number, to: number): Table => ({
  header: ['paper', 'staff', 'day', 'score'],
  rows: openDays(hall, from, to)
    .filter(day => isExamDay(hall, day))
    .flatMap(papersOn),
})
