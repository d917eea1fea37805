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
  /** Later days are not known. */
  today: number
}

/** The known days of a fact of a centre. */
export interface FactDays {
  /** Those of all units that do not report apart. */
  rest: DaySet
  /** By stored id of the unit: those of the units of which days are declared. */
  units: ReadonlyMap<number, DaySet>
}

const openingOf = ({ openedOn }: Centre): number | null => (openedOn === null ? null : dayFromText(openedOn))

/**
 * The days on which a catalogue is known, such as the units in force: from its first record on, and
 * not before the hall opened. What existed earlier nobody recorded, so that it is not zero.
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
          .filter(one => one.unit === null || one.unit === unit)
          .map(range => ({ ...range, to: Math.min(range.to, today) })),
      },
      centre.hall.calendar,
    )
  const rest = known(null)
  const units = new Map(declared.flatMap(({ unit }) => (unit === null ? [] : [[unit, known(unit)] as const])))
  // A unit of which the same days are known as of the others does not report apart.
  for (const [unit, days] of units) if (isDeepStrictEqual(days, rest)) units.delete(unit)
  return { rest, units }
}

/** Coverage by database and by centre, data version, day and fact: it changes only with one of these. */
const remembered = new WeakMap<Database, Map<string, FactDays>>()
const mostRemembered = 20_000

/**
 * The days until `today` on which a fact of a centre is fully known, and those of units apart. Cheap:
 * read once a data version, by walking along indexes.
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
