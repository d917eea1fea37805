import type { Filter } from '#measures'
import type { Database } from '../storage/database.ts'
import { NamedError } from '#measures'

/** A measure with filters. */
interface Place {
  centreId: number
  measure: string
  filters: readonly Filter[]
}

const iso = (date: Date): string => date.toISOString().slice(0, 10)
const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** A text that is equal for equal filters, independent of their order. */
const placeText = (filters: readonly Filter[]): string =>
  JSON.stringify(
    filters
      .map(({ dimension, in: members }) => ({ dimension, in: members.toSorted() }))
      .toSorted((a, b) => (a.dimension < b.dimension ? -1 : 1)),
  )

/** The steps in the level of a measure that somebody has rejected, in order of day. */
export async function undoneSteps(
  { prisma }: Database,
  { centreId, measure, filters }: Place,
): Promise<{ id: number; day: string; reason: string; byName: string }[]> {
  const steps = await prisma.undoneStep.findMany({
    where: { centreId, measure, place: placeText(filters) },
    orderBy: { day: 'asc' },
  })
  return steps.map(({ id, day, reason, byName }) => ({ id, day: iso(day), reason, byName }))
}

/** Rejects a step: the days after it are compared with the baseline from before it. */
export async function undoStep(
  { prisma }: Database,
  { centreId, measure, filters }: Place,
  step: { day: string; reason: string; by: { name: string; shownName: string }; now: Date },
): Promise<void> {
  const place = placeText(filters)
  const of = { centreId, measure, place, day: dateOf(step.day) }
  const told = { reason: step.reason, by: step.by.name, byName: step.by.shownName, at: step.now }
  await prisma.undoneStep.upsert({
    where: { centreId_measure_place_day: of },
    create: { ...of, ...told },
    update: told,
  })
}

/** Accepts a rejected step again. Errors: not-found. */
export async function redoStep({ prisma }: Database, centreId: number, id: number): Promise<void> {
  const gone = await prisma.undoneStep.deleteMany({ where: { centreId, id } })
  if (gone.count === 0) throw new NamedError('not-found', { what: `step ${id}` })
}
