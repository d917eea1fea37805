import type { MeasureId } from '#measures'
import type { Counted, Counter } from './counting.ts'
import type { Row, Rows } from './rows.ts'
import { counted, on, share, sum } from './counting.ts'

const featuredKinds = [
  'agriculture',
  'propertyCertificates',
  'trafficOneStop',
  'migrants',
  'marriage',
  'banking',
]

const events = ({ serviceEvents }: Rows, dates: { from: string; to: string }, ...kinds: string[]): Row[] =>
  on(serviceEvents, 'day', dates).filter(row => kinds.includes(String(row.kind)))

/** The number of people at events; events with an unknown number are left out. */
function peopleOf(rows: readonly Row[]): Counted {
  const known = rows.filter(row => row.people !== null)
  return { value: sum(known, 'people'), of: known.length }
}

const numberOf =
  (...kinds: string[]): Counter =>
  (rows, dates) =>
    counted(events(rows, dates, ...kinds))

export const serviceCounters: Partial<Record<MeasureId, Counter>> = {
  featuredServices: numberOf(...featuredKinds),
  featuredServicePeople: (rows, dates) => peopleOf(events(rows, dates, ...featuredKinds)),
  appointmentServices: numberOf('appointment'),
  extendedHoursServices: numberOf('extendedHours'),
  homeVisits: numberOf('homeVisit'),
  townshipOutings: numberOf('townshipVisit'),
  townshipTrainees: (rows, dates) => peopleOf(events(rows, dates, 'townshipTraining')),
}

export const attendanceCounters: Partial<Record<MeasureId, Counter>> = {
  attendanceRate: ({ attendance }, dates) => {
    const all = on(attendance, 'day', dates).map(row => ({
      due: Number(row.dueHalfDays) - Number(row.excusedHalfDays),
      attended: Number(row.attendedHalfDays),
    }))
    const expected = all.filter(({ due }) => due > 0)
    const total = (key: 'due' | 'attended'): number => expected.reduce((left, row) => left + row[key], 0)
    return share(total('attended'), total('due'))
  },
}

export const checkCounters: Partial<Record<MeasureId, Counter>> = {
  postChecksMade: ({ postChecks }, dates) => counted(on(postChecks, 'day', dates)),
  postCoverage: ({ postChecks }, dates) => {
    const all = on(postChecks, 'day', dates)
    return share(all.filter(row => row.found !== 'nobody').length, all.length)
  },
}

export const examCounters: Partial<Record<MeasureId, Counter>> = {
  examPassRate: ({ exams }, dates) => {
    const all = on(exams, 'day', dates)
    return share(all.filter(row => Number(row.scoreMilli) >= Number(row.passMarkMilli)).length, all.length)
  },
}

export const meetingCounters: Partial<Record<MeasureId, Counter>> = {
  weeklyMeetings: ({ meetings }, dates) =>
    counted(on(meetings, 'day', dates).filter(row => row.kind === 'weekly')),
  meetingAttendance: ({ meetings }, dates) => {
    const all = on(meetings, 'day', dates).filter(
      row => row.duePeople !== null && row.attendedPeople !== null,
    )
    return share(sum(all, 'attendedPeople'), sum(all, 'duePeople'))
  },
}
