import type { Bucket, Question } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { CalendarDays, SidePlace } from './assemble.ts'
import type { Ground } from './ground.ts'
import { bucketsOf, compare, dayFromText, parsePeriod } from '#measures'

/** The days of a question: both sides cut into buckets, and whole. */
export interface Frame {
  sides: SidePlace[]
  buckets: Bucket[]
  wholes: Bucket[]
  partial: boolean
}

/** A running period ends, for comparison, on the last day that has data, or today where no data reaches into it; one that is over is whole. */
function lastComparedDay(ground: Ground, { from, to }: { from: number, to: number }): number {
  if (to < ground.today)
    return to
  const until = ground.dataUntil === null ? null : dayFromText(ground.dataUntil)
  return until === null || until < from ? ground.today : Math.min(until, ground.today)
}

/** Works out which days a question is about. Errors: those of periods, comparisons and buckets. */
export function frameOf(question: Question, ground: Ground): Frame {
  const period = parsePeriod(question.period, ground.today)
  const calendar = ground.centres[0]?.hall.calendar ?? null
  const { current, earlier, partial } = compare({ period, comparison: question.comparison, lastDay: lastComparedDay(ground, period), calendar })
  const wholes = [current, ...earlier ? [earlier] : []].map(one => ({ key: 'all', from: one.from, to: one.to }))
  const cut = wholes.map(whole => bucketsOf(whole, question.granularity))
  const sides = wholes.map((whole, index) => ({ whole, index, first: index === 0 ? 0 : cut[0]?.length ?? 0, count: cut[index]?.length ?? 0 }))
  return { sides, buckets: cut.flat(), wholes, partial }
}

/** Working days are the same for every member; several centres must keep the same calendar to have them in common. */
export function calendarDaysOf(centres: readonly Centre[]): CalendarDays {
  return (of, bucket) => {
    if (of === 'calendarDays')
      return bucket.to - bucket.from + 1
    const counts = centres.map(({ hall }) => hall.calendar?.countFrom(bucket.from, bucket.to) ?? null)
    return counts.every(count => count === counts[0]) ? counts[0] ?? null : null
  }
}
