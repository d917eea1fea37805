import type { Database } from '../storage/database.ts'
import type { Centre } from './centre.ts'
import { factNames, facts, NamedError } from '#measures'
import { raiseDataVersion } from '../storage/dataVersion.ts'

/** Days of a fact that were declared complete or missing. */
interface DeclaredDays {
  /** A fact whose records have days. */
  fact: string
  /** The code of the unit whose records are meant; null for all records of the fact. */
  unit: string | null
  /** Local dates, both included. */
  from: string
  to: string
  /** True where the records of these days are complete, false where some are missing. */
  known: boolean
  reason: string
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

/** The facts whose days can be declared for a single unit. */
export const factsWithUnits: readonly string[] = factNames.filter(name => 'unit' in facts[name].dimensions)

async function checkUnit(
  { prisma }: Database,
  centre: Centre,
  { fact, unit }: { fact: string; unit: string },
): Promise<void> {
  if (!factsWithUnits.includes(fact)) throw new NamedError('unknown-dimension', { dimension: 'unit' })
  const where = { centreId_code: { centreId: centre.id, code: unit } }
  if (!(await prisma.unit.findUnique({ where })))
    throw new NamedError('unknown-member', { dimension: 'unit', member: unit })
}

/**
 * Declares days of a fact as complete or missing. It overrides what the records suggest, and a later
 * declaration overrides an earlier one. Returns its number. Errors: unknown-member, unknown-dimension for a
 * fact whose records have no unit.
 */
export async function declareDays(
  database: Database,
  centre: Centre,
  declared: DeclaredDays & { by: string; at: Date },
): Promise<number> {
  const { fact, unit, from, to, known, reason, by, at } = declared
  if (unit !== null) await checkUnit(database, centre, { fact, unit })
  const { id } = await database.prisma.declaredDays.create({
    data: {
      centreId: centre.id,
      fact,
      unit,
      fromDay: dateOf(from),
      toDay: dateOf(to),
      known,
      reason,
      byUser: by,
      at,
    },
    select: { id: true },
  })
  await raiseDataVersion(database.pool, centre.id)
  return id
}

/** Removes a declaration. Errors: not-found. */
export async function withdrawDays(database: Database, centre: Centre, id: number): Promise<void> {
  const { count } = await database.prisma.declaredDays.deleteMany({ where: { centreId: centre.id, id } })
  if (count === 0) throw new NamedError('not-found', { what: String(id) })
  await raiseDataVersion(database.pool, centre.id)
}

/** A stored declaration, with who made it and when. */
export type Standing = DeclaredDays & { id: number; by: string; at: Date }

/** The declarations of a centre in the order in which they were made. */
export async function declaredDays({ prisma }: Database, centre: Centre): Promise<Standing[]> {
  const rows = await prisma.declaredDays.findMany({ where: { centreId: centre.id }, orderBy: { id: 'asc' } })
  return rows.map(({ id, fact, unit, fromDay, toDay, known, reason, byUser, at }) => ({
    id,
    fact,
    unit,
    from: dayOf(fromDay),
    to: dayOf(toDay),
    known,
    reason,
    by: byUser,
    at,
  }))
}
