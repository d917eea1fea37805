import type { Goal } from '#measures'
import type { Database } from '../storage/database.ts'
import { measureNamed, valueAsWritten } from '#measures'

const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** The goals of a centre that hold on any of the asked local dates, in the measures' own units. */
export async function goalsOf(
  { prisma }: Database,
  asked: { centreId: number; from: string; to: string },
): Promise<Goal[]> {
  const { centreId } = asked
  const found = await prisma.goal.findMany({
    where: { centreId, validFrom: { lte: new Date(asked.to) }, validTo: { gte: new Date(asked.from) } },
    orderBy: { targetCode: 'asc' },
  })
  const [units, windows] = await Promise.all([
    prisma.unit.findMany({ where: { centreId }, select: { id: true, code: true } }),
    prisma.window.findMany({ where: { centreId }, select: { id: true, code: true } }),
  ])
  const codes = {
    unit: new Map(units.map(one => [one.id, one.code])),
    window: new Map(windows.map(one => [one.id, one.code])),
  }
  return found.map(({ measure, unitId, windowId, valueMilli, validFrom, validTo }) => ({
    measure,
    value: valueAsWritten(measureNamed(measure).unit, Number(valueMilli) / 1000),
    // A window names its place alone; its unit was added when it was loaded.
    unit: windowId !== null || unitId === null ? null : (codes.unit.get(unitId) ?? ''),
    window: windowId === null ? null : (codes.window.get(windowId) ?? ''),
    from: iso(validFrom),
    to: iso(validTo),
  }))
}
