import type pg from 'pg'
import type { DaySet, RecordDays } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { FactName } from '../model/index.ts'
import type { Database } from '../storage/database.ts'
import { isDeepStrictEqual } from 'node:util'
import { dayFromText, daySet, knownDays } from '#measures'
import { factNamed } from '../model/index.ts'
import { hasRecordDays, readFirstInForce, readRecordDays } from './recordDays.ts'

const declaredSql = `SELECT d."fromDay" - DATE '1970-01-01' AS "from",
    d."toDay" - DATE '1970-01-01' AS "to", d."known", u."id" AS "unit"
  FROM "DeclaredDays" d LEFT JOIN "Unit" u ON u."centreId" = d."centreId" AND u."code" = d."unit"
  WHERE d."centreId" = $1 AND d."fact" = $2 AND (d."unit" IS NULL OR u."id" IS NOT NULL) ORDER BY d."id"`

const lastLoadSql = `SELECT max("committedAt") AS at FROM "ImportBatch"
  WHERE "centreId" = $1 AND "target" = $2 AND "undoneAt" IS NULL`

interface Of {
  centre: Centre
  fact: FactName
  /** Days after it are not known. */
  today: number
}

/** The known days of a fact of a centre. */
export interface FactDays {
  /** The known days of all units that are not declared separately. */
  rest: DaySet
  /** The known days of units with declared days, by id of the unit. */
  units: ReadonlyMap<number, DaySet>
}

const openingOf = ({ openedOn }: Centre): number | null => (openedOn === null ? null : dayFromText(openedOn))

/**
 * The days on which a catalogue, such as the units in force, is known: from its first record on, and not
 * before the hall opened. Nothing is recorded about earlier days, so that their value is unknown and not
 * zero.
 */
async function readInForceDays(client: pg.ClientBase, { centre, fact, today }: Of): Promise<FactDays> {
  const first = await readFirstInForce(client, factNamed(fact), centre.id)
  const from = first === null ? today + 1 : Math.max(first, openingOf(centre) ?? first)
  return { rest: daySet([{ from, to: today }]), units: new Map() }
}

async function readKnownDays(client: pg.ClientBase, of: Of): Promise<FactDays> {
  return hasRecordDays(factNamed(of.fact)) ? readDatedDays(client, of) : readInForceDays(client, of)
}

async function readDatedDays(client: pg.ClientBase, { centre, fact, today }: Of): Promise<FactDays> {
  const { rows: declared } = await client.query<RecordDays['declared'][number] & { unit: number | null }>(
    declaredSql,
    [centre.id, fact],
  )
  const load = await client.query<{ at: Date | null }>(lastLoadSql, [centre.id, fact])
  const at = load.rows[0]?.at ?? null
  const { runs, latest } = await readRecordDays(client, factNamed(fact), { centreId: centre.id, today })
  const known = (unit: number | null): DaySet =>
    knownDays(
      {
        runs,
        latest,
        loadedOn: at === null ? null : Math.min(centre.hall.zone.localAt(at.getTime()).day, today + 1),
        openedOn: openingOf(centre),
        declared: declared
          .filter(range => range.unit === null || range.unit === unit)
          .map(range => ({ ...range, to: Math.min(range.to, today) })),
      },
      centre.hall.calendar,
    )
  const rest = known(null)
  const units = new Map(declared.flatMap(({ unit }) => (unit === null ? [] : [[unit, known(unit)] as const])))
  // A unit with the same known days as the others needs no separate entry.
  for (const [unit, days] of units) if (isDeepStrictEqual(days, rest)) units.delete(unit)
  return { rest, units }
}

/** Coverage by database, then by centre, data version, day and fact: it changes only with one of these. */
const remembered = new WeakMap<Database, Map<string, FactDays>>()
const mostRemembered = 20_000

/**
 * The days until `today` on which a fact of a centre is fully known, and those of units declared separately.
 * Read once per data version, by walking along indexes.
 */
export async function coverageOf(database: Database, client: pg.ClientBase, of: Of): Promise<FactDays> {
  const sets = remembered.get(database) ?? new Map<string, FactDays>()
  remembered.set(database, sets)
  const key = [of.centre.id, of.centre.dataVersion, of.today, of.fact].join(':')
  const days = sets.get(key) ?? (await readKnownDays(client, of))
  if (sets.size > mostRemembered) sets.clear()
  sets.set(key, days)
  return days
}
