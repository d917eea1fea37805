import type { FigureRef, Names, Readings, WorkCalendar } from '#measures'
import { addsUp, dayFromText, measureNamed, referenceKey, spanWords } from '#measures'

/**
 * The least difference in working days, as a share of the longer side, for which a change of a sum is
 * reported as affected by the calendar.
 */
const least = 0.1

interface Side {
  from: string
  to: string
}

function workingDaysOf({ from, to }: Side, calendar: WorkCalendar): number | null {
  const [first, last] = [dayFromText(from), dayFromText(to)]
  return first === null || last === null ? null : calendar.countFrom(first, last)
}

function shiftWords(now: Side & { days: number }, before: Side & { days: number }): Names {
  return {
    zh: `${spanWords(now, 'zh', '')}有${now.days}个工作日，对比期${spanWords(before, 'zh', '')}有${before.days}个`,
    en:
      `working days: ${now.days} in ${spanWords(now, 'en', '')}, ` +
      `${before.days} in ${spanWords(before, 'en', '')}`,
  }
}

/**
 * The periods of changes of sums whose two sides differ clearly in working days, such as around the Spring
 * Festival, without duplicates. Empty without a calendar.
 */
export function workingDayShifts(
  figures: readonly FigureRef[],
  { readings, calendar }: { readings: Readings; calendar: WorkCalendar | null },
): Names[] {
  if (!calendar) return []
  const shifts = new Map<string, Names>()
  for (const ref of figures) {
    const reading = readings.figures[referenceKey(ref)]
    if (ref.shows !== 'change' || !reading?.against || reading.text === '') continue
    if (!addsUp(measureNamed(ref.measure))) continue
    const [days, earlier] = [workingDaysOf(reading, calendar), workingDaysOf(reading.against, calendar)]
    if (days === null || earlier === null) continue
    if (Math.abs(days - earlier) < least * Math.max(days, earlier)) continue
    const words = shiftWords({ ...reading, days }, { ...reading.against, days: earlier })
    shifts.set(words.zh, words)
  }
  return [...shifts.values()]
}
