import type { Database } from '../storage/database.ts'
import type { Centre } from './centre.ts'
import { NamedError, textOfDay } from '#measures'
import { raiseDataVersion } from '../storage/dataVersion.ts'
import { openingMinutes, setHours } from './settings.ts'

/** The working time of a centre, from which due times and durations are computed. */
interface WorkingTime {
  zone: string
  /** The first and the last year of the calendar; null for a centre that counts calendar days. */
  years: [first: number, last: number] | null
  /** True while the centre has a calendar and no opening hours. */
  asked: boolean
  /** True until the first case is loaded, because cases are computed with the calendar. */
  calendarOpen: boolean
}

/** The opening hours and calendar given for a new centre. Hours are written as 08:00-12:00. */
interface WorkingTimeAnswer {
  /** True for the national calendar; false where every day counts. */
  calendar: boolean
  /** Null where no calendar is used. Without an afternoon the hall closes at noon. */
  hours: { morning: string; afternoon: string | null } | null
}

/** True where a hall has a calendar and no opening hours. */
export const lacksHours = (hall: Centre['hall']): boolean =>
  hall.calendar !== null && hall.plain.timetables.length === 0

async function hasCases({ prisma }: Database, { id }: Centre): Promise<boolean> {
  return (await prisma.case.findFirst({ where: { centreId: id }, select: { id: true } })) !== null
}

/** The working time of a centre, and whether it still has to be set. */
export async function workingTimeOf(database: Database, centre: Centre): Promise<WorkingTime> {
  const { zone, published } = centre.hall.plain
  const years = [...(published?.years ?? [])].sort((a, b) => a - b)
  const [first, last] = [years[0], years.at(-1)]
  return {
    zone,
    years: first === undefined || last === undefined ? null : [first, last],
    asked: lacksHours(centre.hall),
    calendarOpen: !(await hasCases(database, centre)),
  }
}

/**
 * Sets the opening hours and calendar of a new centre. Later changes are made with `setHours`, which requires
 * owner and reason. Errors: hours-known, bad-arguments.
 */
export async function answerWorkingTime(
  database: Database,
  centre: Centre,
  { answer, today }: { answer: WorkingTimeAnswer; today: number },
): Promise<void> {
  if (!lacksHours(centre.hall)) throw new NamedError('hours-known', { centre: centre.code })
  if (!answer.calendar) {
    if (await hasCases(database, centre))
      throw new NamedError('bad-arguments', { argument: 'calendar', value: 'none' })
    await database.prisma.centre.update({
      where: { id: centre.id },
      data: { calendar: null },
    })
    await raiseDataVersion(database.pool, centre.id)
    return
  }
  const { morning = '', afternoon = null } = answer.hours ?? {}
  await setHours(database, centre, {
    from: centre.openedOn ?? textOfDay(today),
    morning: openingMinutes(morning, 'morning'),
    afternoon: afternoon === null ? null : openingMinutes(afternoon, 'afternoon'),
    owner: '',
    reason: '',
  })
}
