import type { DaySet, Member } from '#measures'
import type { Dimension, FactName } from '../model/index.ts'
import type { Members } from './members.ts'
import type { CentreContext, SnapshotCache } from './queryContext.ts'
import type { ReadFilter } from './read.ts'
import { daySet } from '#measures'
import { factNamed } from '../model/index.ts'

/** A unit whose days are declared separately. */
export interface UnitDays {
  unit: Member
  days: DaySet
  /** For each dimension of the split: the members that belong to the unit, as stored. */
  stored: ReadonlySet<string>[]
  /** The same members by code. */
  codes: string[][]
}

/** The known days of a fact with units that are declared separately. */
export interface Apart {
  units: UnitDays[]
  /** The known days of all other records; null where the question is only about these units. */
  rest: DaySet | null
  /** Whether the split tells the units apart. */
  isTold: boolean
}

/** The filters and the split of a question. */
export interface AskedOf {
  filters: readonly ReadFilter[]
  groupBy: readonly string[]
  /** Whether this is a benchmark: the whole hall for a viewer who sees part of it. */
  benchmark: boolean
}

/** The dimensions whose members belong to one unit each. */
const telling: readonly string[] = ['unit', 'window', 'item']
const tells = (dimension: string): boolean => telling.includes(dimension)

/** The members of each of these dimensions that belong to a unit, as stored. */
type Belonging = ReadonlyMap<string, ReadonlySet<string>>

const belongingSql = `SELECT 'window' AS "dimension", "id", "unitId" FROM "Window"
    WHERE "centreId" = ANY($1::int[]) AND "unitId" = ANY($2::int[])
  UNION ALL SELECT 'item', "id", "unitId" FROM "Item"
    WHERE "centreId" = ANY($1::int[]) AND "unitId" = ANY($2::int[])`

async function readBelonging(
  { client }: SnapshotCache,
  centreIds: readonly number[],
  units: readonly number[],
): Promise<Map<number, Belonging>> {
  const result = await client.query<{ dimension: string; id: number; unitId: number }>(belongingSql, [
    centreIds,
    units,
  ])
  return new Map(
    units.map(unit => [
      unit,
      new Map(
        telling.map(dimension => [
          dimension,
          dimension === 'unit'
            ? new Set([String(unit)])
            : new Set(
                result.rows
                  .filter(row => row.dimension === dimension && row.unitId === unit)
                  .map(({ id }) => String(id)),
              ),
        ]),
      ),
    ]),
  )
}

const belongsTo = (belonging: Belonging | undefined, dimension: string, member: string): boolean =>
  belonging?.get(dimension)?.has(member) ?? false

/** Whether the filters allow records of a unit, as far as they tell units apart. */
const leavesUnit = (filters: readonly ReadFilter[], belonging: Belonging | undefined): boolean =>
  filters.every(({ dimension, values }) =>
    values.some(value => belongsTo(belonging, dimension, String(value))),
  )

/** Whether the filters allow records of units other than these. */
const leavesOthers = (filters: readonly ReadFilter[], units: readonly Belonging[]): boolean =>
  filters.every(
    ({ dimension, values, orNone }) =>
      orNone === true || values.some(value => !units.some(unit => belongsTo(unit, dimension, String(value)))),
  )

interface Given {
  fact: FactName
  /** The known days of all units that are not declared separately. */
  rest: DaySet
  /** The known days of the units that are, by stored id. */
  units: ReadonlyMap<number, DaySet>
  centreContext: CentreContext
  asked: AskedOf
}

/** A unit with its members of each dimension of the split, also by code. */
async function described(
  members: Members,
  { fact, asked, units }: Given,
  [id, belonging]: [number, Belonging],
): Promise<UnitDays> {
  const dimensions: Record<string, Dimension> = factNamed(fact).dimensions
  const named = async (dimension: string, stored: string): Promise<Member> => {
    const sources = dimensions[dimension]
    return sources ? members.named(sources, stored) : { code: stored, zh: stored, en: stored }
  }
  const stored = asked.groupBy.map(dimension => belonging.get(dimension) ?? new Set<string>())
  const codes: string[][] = []
  for (const [place, own] of stored.entries()) {
    const all = await Promise.all(Array.from(own, async code => named(asked.groupBy[place] ?? '', code)))
    codes.push(all.map(({ code }) => code))
  }
  return { unit: await named('unit', String(id)), days: units.get(id) ?? [], stored, codes }
}

/**
 * The known days of the separately declared units that a question is about; null where it is about none of
 * them.
 */
export async function apartOf(cache: SnapshotCache, members: Members, given: Given): Promise<Apart | null> {
  const { rest, units, asked } = given
  const { centreIds } = given.centreContext
  const ids = [...units.keys()]
  const belonging = await cache.once(['belonging', centreIds, ids], async () =>
    readBelonging(cache, centreIds, ids),
  )
  const filters = asked.filters.filter(({ dimension }) => tells(dimension))
  const result: UnitDays[] = []
  for (const [id, own] of belonging)
    if (leavesUnit(filters, own)) result.push(await described(members, given, [id, own]))
  return result.length === 0
    ? null
    : {
        units: result,
        rest: leavesOthers(filters, [...belonging.values()]) ? rest : null,
        isTold: asked.groupBy.some(tells),
      }
}

/** The days that are known for at least some records. */
export const daysOfAny = ({ units, rest }: Apart): DaySet =>
  daySet([...(rest ?? []), ...units.flatMap(({ days }) => days)])

/** The known days for the records of some members of the split, given as stored. */
export function daysOfMembers(apart: Apart, members: readonly string[]): DaySet {
  const own = apart.units.find(({ stored }) => members.some((code, place) => stored[place]?.has(code)))
  return own?.days ?? (apart.isTold && apart.rest ? apart.rest : daysOfAny(apart))
}
