import type { Filter, HallTime } from '#measures'
import type { Asking } from './ground.ts'
import { measureNamed, NamedError, parsePeriod, textOfDay } from '#measures'
import { cases, facts } from '../facts/index.ts'
import { Common, groundOf, inSnapshot } from './ground.ts'
import { Members } from './members.ts'
import { checkCentres, resolveFilters, scopeLimits, usableDimension } from './scopeFilters.ts'
import { Binder, restriction } from './sql.ts'

/** One affair that several units handled side by side: what the law allows if they take turns, and what it took (domain.md A19). */
export interface JointGroup {
  group: string
  cases: number
  units: number
  acceptedOn: string
  completedOn: string
  /** Σ of the statutory limits of its cases, in thousandths of a working day; null where one of them has none. */
  sequentialMilliDays: number | null
  /** From the first acceptance to the last completion, in thousandths of a working day; null where no calendar reaches. */
  takenMilliDays: number | null
}

/** The affairs completed in the period, those that saved most first. */
export interface JointGroups { from: string, to: string, groups: JointGroup[] }

interface Found { group: string, cases: string, units: string, limited: string, statutory: string | null, first: Date, last: Date }

/** More affairs than this are refused: what they saved together could not be told from a part of them. */
const mostGroups = 5000

// A joint affair is read whole or not at all: the parts of others' units would otherwise be missing from its sum. A case that names no unit is
// nobody's own; unsaid, bool_and would pass it over.
function groupsSql({ where, seen, asked, days }: Record<'where' | 'seen' | 'asked' | 'days', string>): string {
  return `
SELECT "jointGroup" AS "group", count(*) AS "cases", count(DISTINCT "unitId") AS "units", count("statutoryMilliDays") AS "limited", sum("statutoryMilliDays") AS "statutory", min("acceptedAt") AS "first", max("completedAt") AS "last"
FROM "Case" WHERE ${where} AND "jointGroup" IS NOT NULL
GROUP BY "jointGroup"
HAVING bool_and("completedAt" IS NOT NULL AND "acceptedAt" IS NOT NULL) AND max("completedDay") BETWEEN ${days} AND bool_and(COALESCE(${seen}, false)) AND bool_or(${asked})
LIMIT ${mostGroups + 1}`
}

function groupOf(hall: HallTime, found: Found): JointGroup {
  const taken = found.last >= found.first ? hall.workedBetween(found.first.getTime(), found.last.getTime()) : null
  const dayOf = (at: Date): string => textOfDay(hall.zone.localAt(at.getTime()).day)
  return {
    group: found.group,
    cases: Number(found.cases),
    units: Number(found.units),
    acceptedOn: dayOf(found.first),
    completedOn: dayOf(found.last),
    sequentialMilliDays: found.limited === found.cases && found.statutory !== null ? Number(found.statutory) : null,
    takenMilliDays: taken?.milliDays ?? null,
  }
}

const saved = ({ sequentialMilliDays, takenMilliDays }: JointGroup): number => sequentialMilliDays === null || takenMilliDays === null ? -Infinity : sequentialMilliDays - takenMilliDays

/** Joint affairs whose last case was completed in the period, of which at least one case meets the filters; none of which the viewer sees only a part. Errors: as `ask`, and too-many-cells. */
export async function jointGroupsOf(asked: { centre: string, period: string, filters: Filter[] }, asking: Asking): Promise<JointGroups> {
  checkCentres(asking.scope, [asked.centre])
  return inSnapshot(asking.database, async (client) => {
    const ground = await groundOf(asking, new Common(client), { centres: [asked.centre] })
    const [centre] = ground.centres
    const days = parsePeriod(asked.period, ground.today)
    const members = new Members(client, ground.centreIds)
    const restricted = async (filters: Filter[], binder: Binder): Promise<string> => restriction(cases, { centreIds: ground.centreIds, filters: await resolveFilters(members, filters, name => usableDimension([['jointCases', measureNamed('jointCases')]], name, asking.scope)) }, binder)
    const limits = scopeLimits(asking.scope, [facts.cases]).map(limit => ({ dimension: limit.dimension, in: [...limit.in] }))
    const binder = new Binder()
    const text = groupsSql({ where: await restricted([], binder), seen: await restricted(limits, binder), asked: await restricted(asked.filters, binder), days: `${binder.bind(textOfDay(days.from))}::date AND ${binder.bind(textOfDay(days.to))}::date` })
    const found = await client.query<Found>({ text, values: binder.values })
    if (found.rows.length > mostGroups)
      throw new NamedError('too-many-cells', { most: mostGroups })
    const groups = centre ? found.rows.map(row => groupOf(centre.hall, row)) : []
    return { from: textOfDay(days.from), to: textOfDay(days.to), groups: groups.sort((a, b) => saved(b) - saved(a)) }
  })
}
