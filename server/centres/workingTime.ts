import type { Database } from '../storage/database.ts'
import type { Centre } from './centre.ts'
import { NamedError, textOfDay } from '#measures'
import { raiseDataVersion } from '../storage/dataVersion.ts'
import { openingMinutes, setHours } from './settings.ts'

/** What a centre's due times and working time are worked out from. */
interface WorkingTime {
  zone: string
  /** The first and the last year of the calendar; null for a centre that counts calendar days. */
  years: [first: number, last: number] | null
  /** True while the centre keeps a calendar and nobody has said when it is open. */
  asked: boolean
  /** True until the first case is there, which has been worked out by the calendar. */
  calendarOpen: boolean
}

/** An answer to the question of a new centre. Hours are written 08:00-12:00. */
interface WorkingTimeAnswer {
  /** Whether working days are those of the national calendar; if not, all days count. */
  calendar: boolean
  /** Null where no calendar is kept. Without an afternoon the hall closes at noon. */
  hours: { morning: string; afternoon: string | null } | null
}

/** True where a hall keeps a calendar and nobody has said when it is open. */
export const lacksHours = (hall: Centre['hall']): boolean =>
  hall.calendar !== null && hall.plain.timetables.length === 0

async function hasCases({ prisma }: Database, { id }: Centre): Promise<boolean> {
  return (await prisma.case.findFirst({ where: { centreId: id }, select: { id: true } })) !== null
}

/** What is known of a centre's working time, and whether it is still to be said. */
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
 * Stores the first answer to when a centre is open and which calendar it keeps. What was answered once is
 * changed by `setHours`, which asks who decided it and why. Errors: hours-known, bad-arguments.
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
