import type { CentreSetting } from '../../centres/centreSettings.ts'
import type { Day, HallTime } from '../../measures/index.ts'
import { z } from 'zod'
import { addMonths, monthStart, textOfDay, weekdayOf } from '../../measures/index.ts'
import { integer } from '../../measures/inputs.ts'
import { dueAfter, isWorking } from '../../query/followUps.ts'
import { entryTargets } from '../forms.ts'

const rhythms = ['daily', 'weekly', 'monthly'] as const

const dutySchema = z.strictObject({
  /** What is reported. */
  target: z.enum(entryTargets),
  /** Who reports: each window, or the centre itself. */
  by: z.enum(['window', 'centre']),
  rhythm: z.enum(rhythms),
  /** The number of working days after the end of a period until the report is due. */
  within: integer(0, 31),
})

/** A reporting duty: what has to be reported, by whom and by when. */
export type Duty = z.infer<typeof dutySchema>

/** The reporting duties of a centre. */
export const reportingDuties: CentreSetting<Duty[]> = {
  name: 'reporting-duties',
  schema: z.array(dutySchema).max(20),
  usual: [
    { target: 'dailyReports', by: 'window', rhythm: 'daily', within: 1 },
    { target: 'attendance', by: 'window', rhythm: 'daily', within: 1 },
    { target: 'postChecks', by: 'centre', rhythm: 'weekly', within: 2 },
    { target: 'meetings', by: 'centre', rhythm: 'weekly', within: 2 },
    { target: 'serviceEvents', by: 'centre', rhythm: 'monthly', within: 5 },
  ],
}

/** The days of one report, and the day on which it is due. */
export interface DutyPeriod {
  from: Day
  to: Day
  dueBy: Day
}

const shown = { daily: 10, weekly: 8, monthly: 6 } as const
/**
 * How many days are searched for a working day, so that a calendar without any cannot cause an endless loop.
 */
const lookedBack = 120

function rangesOf(rhythm: Duty['rhythm'], hall: HallTime, today: Day): { from: Day; to: Day }[] {
  switch (rhythm) {
    case 'daily':
      return Array.from({ length: lookedBack }, (_, index) => today - index)
        .filter(day => isWorking(hall, day))
        .map(day => ({ from: day, to: day }))
    case 'weekly':
      return Array.from({ length: shown.weekly + 1 }, (_, index) => {
        const from = today - weekdayOf(today) + 1 - 7 * index
        return { from, to: from + 6 }
      })
    case 'monthly':
      return Array.from({ length: shown.monthly + 1 }, (_, index) => {
        const from = addMonths(monthStart(today), -index)
        return { from, to: addMonths(from, 1) - 1 }
      })
  }
}

/** The latest completed periods of a duty, oldest first. */
export function periodsOf({ rhythm, within }: Duty, hall: HallTime, today: Day): DutyPeriod[] {
  return rangesOf(rhythm, hall, today)
    .filter(({ to }) => to < today)
    .slice(0, shown[rhythm])
    .map(range => ({ ...range, dueBy: dueAfter(hall, range.to, within) }))
    .reverse()
}

/** A period in the form that is sent to clients. */
export const periodTexts = ({ from, to, dueBy }: DutyPeriod) => ({
  from: textOfDay(from),
  to: textOfDay(to),
  dueBy: textOfDay(dueBy),
})
