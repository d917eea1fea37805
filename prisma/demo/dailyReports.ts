import type { Centre } from '../../server/centres/centre.ts'
import type { Database } from '../../server/storage/database.ts'
import type { Table } from './catalogue.ts'
import { textOfDay } from '../../server/measures/index.ts'
import { demoWindows } from './catalogue.ts'
import { Random } from './random.ts'
import { openDays } from './service.ts'

type Line = (string | number)[]
type Counts = ReadonlyMap<string, { received: number; completed: number }>

/** How many cases each window received and completed on each day, as they are loaded. */
async function countedCases(
  { prisma }: Database,
  { id: centreId }: Centre,
  [from, to]: readonly [number, number],
): Promise<Counts> {
  const within = { gte: new Date(textOfDay(from)), lte: new Date(textOfDay(to)) }
  const _count = { _all: true } as const
  const [received, completed, windows] = await Promise.all([
    prisma.case.groupBy({
      by: ['windowId', 'receivedDay'],
      where: { centreId, receivedDay: within },
      _count,
    }),
    prisma.case.groupBy({
      by: ['windowId', 'completedDay'],
      where: { centreId, completedDay: within },
      _count,
    }),
    prisma.window.findMany({ where: { centreId }, select: { id: true, code: true } }),
  ])
  const codes = new Map<number | null, string>(windows.map(({ id, code }) => [id, code]))
  const keyOf = (windowId: number | null, day: Date | null): string =>
    `${codes.get(windowId) ?? ''}@${day?.toISOString().slice(0, 10) ?? ''}`
  const counts = new Map<string, { received: number; completed: number }>()
  const add = (key: string, more: Partial<{ received: number; completed: number }>): void => {
    counts.set(key, { received: 0, completed: 0, ...counts.get(key), ...more })
  }
  for (const group of received) add(keyOf(group.windowId, group.receivedDay), { received: group._count._all })
  for (const group of completed)
    add(keyOf(group.windowId, group.completedDay), { completed: group._count._all })
  return counts
}

/**
 * A daily report of a window: mostly equal to its cases, sometimes slightly different, and occasionally
 * missing.
 */
function reportOf(code: string, date: string, counts: Counts): Line[] {
  const random = new Random(`report ${date} ${code}`)
  if (random.chance(0.012)) return []
  const { received, completed } = counts.get(`${code}@${date}`) ?? { received: 0, completed: 0 }
  const slip = random.chance(0.008) ? random.pick([-2, -1, 1, 2]) : 0
  return [[code, date, Math.max(0, received + slip), completed, slip === 0 ? '' : '当晚手工结算']]
}

/** The daily reports of all windows between two days, settled from the cases that are loaded. */
export async function dailyReportsTable(
  database: Database,
  centre: Centre,
  [from, to]: readonly [number, number],
): Promise<Table> {
  const counts = await countedCases(database, centre, [from, to])
  return {
    header: ['window', 'day', 'received', 'completed', 'note'],
    rows: openDays(centre.hall, from, to).flatMap(day =>
      demoWindows.flatMap(({ code }) => reportOf(code, textOfDay(day), counts)),
    ),
  }
}
