import type { Sql } from 'sql-template-tag'
import type { Filter, HallTime, Names } from '#measures'
import type { Dimension } from '../model/index.ts'
import type { MemberBook } from './members.ts'
import type { QueryContext } from './queryContext.ts'
import type { ReadFilter } from './read.ts'
import sql from 'sql-template-tag'
import { measureNamed, NamedError, parsePeriod, textOfDay } from '#measures'
import { cases, facts } from '../model/index.ts'
import { Members, readBook } from './members.ts'
import { inSnapshot, readCentreContext, SnapshotCache } from './queryContext.ts'
import { checkCentres, resolveFilters, resolveLimits, scopeLimits, usableDimension } from './scopeFilters.ts'
import { restriction, statementOf } from './sql.ts'

/**
 * A joint affair that several units handled in parallel: the time that the law allows one after the other,
 * and the time taken (docs/domain.md A19).
 */
interface JointGroup {
  group: string
  cases: number
  units: number
  /** The names of the units. */
  by: Names[]
  acceptedOn: string
  completedOn: string
  /**
   * The sum of the statutory limits of its cases, in thousandths of a working day; null where a case has
   * none.
   */
  sequentialMilliDays: number | null
  /**
   * From the first acceptance to the last completion, in thousandths of a working day; null where the
   * calendar does not cover it.
   */
  takenMilliDays: number | null
  /**
   * Time saved by handling in parallel, in thousandths of a working day: the sum of the limits less the time
   * taken; null where either is unknown.
   */
  savedMilliDays: number | null
}

/** The affairs completed in a period, those that saved most first. */
interface JointGroups {
  from: string
  to: string
  groups: JointGroup[]
}

interface GroupRow {
  group: string
  cases: string
  units: string
  by: number[]
  limited: string
  statutory: string | null
  first: Date
  last: Date
}

/** The most affairs of an answer; more are refused, because their total could not be computed from a part. */
const mostGroups = 5000

// A joint affair is returned only where the viewer may see all of its cases, because its sums would otherwise
// be incomplete. COALESCE makes a case without a unit invisible; bool_and would ignore its null.
function groupsSql({ where, seen, asked, days }: Record<'where' | 'seen' | 'asked' | 'days', Sql>): Sql {
  return sql`
SELECT "jointGroup" AS "group", count(*) AS "cases", count(DISTINCT "unitId") AS "units",
  array_agg(DISTINCT "unitId") AS "by",
  count("statutoryMilliDays") AS "limited", sum("statutoryMilliDays") AS "statutory",
  min("acceptedAt") AS "first", max("completedAt") AS "last"
FROM "Case" WHERE ${where} AND "jointGroup" IS NOT NULL
GROUP BY "jointGroup"
HAVING bool_and("completedAt" IS NOT NULL AND "acceptedAt" IS NOT NULL)
  AND max("completedDay") BETWEEN ${days} AND bool_and(COALESCE(${seen}, false)) AND bool_or(${asked})
LIMIT ${mostGroups + 1}`
}

function groupOf(hall: HallTime, units: MemberBook, row: GroupRow): JointGroup {
  const taken = row.last >= row.first ? hall.workedBetween(row.first.getTime(), row.last.getTime()) : null
  const dayOf = (at: Date): string => textOfDay(hall.zone.localAt(at.getTime()).day)
  const sequentialMilliDays =
    row.limited === row.cases && row.statutory !== null ? Number(row.statutory) : null
  const takenMilliDays = taken?.milliDays ?? null
  return {
    group: row.group,
    cases: Number(row.cases),
    units: Number(row.units),
    by: row.by.flatMap(id => {
      const unit = units.memberOf(String(id))
      return unit ? [{ zh: unit.zh, en: unit.en }] : []
    }),
    acceptedOn: dayOf(row.first),
    completedOn: dayOf(row.last),
    sequentialMilliDays,
    takenMilliDays,
    savedMilliDays:
      sequentialMilliDays === null || takenMilliDays === null ? null : sequentialMilliDays - takenMilliDays,
  }
}

const saved = ({ savedMilliDays }: JointGroup): number => savedMilliDays ?? -Infinity

/**
 * Joint affairs whose last case was completed in the period, with at least one case that meets the filters.
 * Affairs of which the viewer sees only a part are left out. Errors: as `ask`, and too-many-cells.
 */
export async function jointGroupsOf(
  asked: { centre: string; period: string; filters: Filter[] },
  context: QueryContext,
): Promise<JointGroups> {
  checkCentres(context.scope, [asked.centre])
  return inSnapshot(context.database, async client => {
    const centreContext = await readCentreContext(context, new SnapshotCache(client), {
      centres: [asked.centre],
    })
    const [centre] = centreContext.centres
    const days = parsePeriod(asked.period, centreContext.today)
    const members = new Members(client, { database: context.database, centres: centreContext.centres })
    const dimensionNamed = (name: string): Dimension =>
      usableDimension([['jointCases', measureNamed('jointCases')]], name, context.scope)
    const restricted = (filters: ReadFilter[]): Sql =>
      restriction(cases, { centreIds: centreContext.centreIds, filters })
    const limits = scopeLimits(context.scope, [facts.cases], [asked.centre])
    const query = groupsSql({
      where: restricted([]),
      seen: restricted(await resolveLimits(members, limits, dimensionNamed)),
      asked: restricted(await resolveFilters(members, asked.filters, dimensionNamed)),
      days: sql`${textOfDay(days.from)}::date AND ${textOfDay(days.to)}::date`,
    })
    const result = await client.query<GroupRow>(statementOf(query))
    if (result.rows.length > mostGroups) throw new NamedError('too-many-cells', { most: mostGroups })
    const units = await readBook(client, 'unit', centreContext.centreIds)
    const groups = centre ? result.rows.map(row => groupOf(centre.hall, units, row)) : []
    return {
      from: textOfDay(days.from),
      to: textOfDay(days.to),
      groups: groups.sort((a, b) => saved(b) - saved(a)),
    }
  })
}
