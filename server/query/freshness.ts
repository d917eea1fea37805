import type { Answer, Day, HallTime, Names } from '#measures'
import type { lists } from '../model/index.ts'
import type { QueryContext } from './queryContext.ts'
import {
  addMonths,
  dayFromText,
  measureNamed,
  monthStart,
  partKey,
  partsOf,
  textOfDay,
  weekdayOf,
} from '#measures'
import { centresOf } from '../centres/centre.ts'
import { codesWithin } from '../measures/scope.ts'
import { ask } from './ask.ts'
import { checkCentres } from './scopeFilters.ts'

type Rhythm = keyof typeof lists.rhythms

/** How far a unit has reported. */
interface UnitFreshness {
  unit: { code: string } & Names
  rhythm: Rhythm
  /** The last day with a case of the unit, within the last hundred days. */
  reportedUntil: string | null
  /** The day until which it should have reported, at least. */
  expectedUntil: string
  late: boolean
}

/** How far the data of a centre reaches, and which units are late. */
interface Freshness {
  dataUntil: string | null
  units: UnitFreshness[]
  late: number
}

const lookedBack = 100
const counted = 'casesReceived'

/**
 * The last working day before a day; the day before, where the calendar covers none of the days looked at.
 */
function workingDayBefore(hall: HallTime, today: Day): Day {
  const days = Array.from({ length: lookedBack }, (_, index) => today - 1 - index)
  return days.find(day => hall.calendar?.isWorking(day)) ?? today - 1
}

/** The day until which a unit of this rhythm should have reported by now, at least. */
export function expectedSince(rhythm: Rhythm, hall: HallTime, today: Day): Day {
  switch (rhythm) {
    case 'daily':
      return workingDayBefore(hall, today)
    case 'weekly':
      return today - weekdayOf(today) + 1 - 7
    case 'monthly':
      return addMonths(monthStart(today), -1)
  }
}

function lastDays(answer: Answer): Map<string, Day> {
  const [part] = partsOf(measureNamed(counted))
  const last = new Map<string, Day>()
  for (const cell of answer.current.cells) {
    const day = dayFromText(answer.current.buckets[cell.bucket]?.to ?? '')
    const [unit = ''] = cell.members
    if (part && day !== null && Number(cell.parts[partKey(part)] ?? 0) > 0)
      last.set(unit, Math.max(day, last.get(unit) ?? day))
  }
  return last
}

/**
 * How far each unit of the viewer's scope with a rhythm has reported. Errors: unknown-centre, out-of-scope.
 */
export async function freshnessOf(code: string, context: QueryContext): Promise<Freshness> {
  checkCentres(context.scope, [code])
  const centre = await centresOf(context.database).find(code)
  const today = centre.hall.zone.localAt(context.now.getTime()).day
  const answer = await ask(
    {
      measures: [counted],
      centres: [code],
      period: `${textOfDay(today - lookedBack)}..${textOfDay(today)}`,
      granularity: 'day',
      groupBy: ['unit'],
    },
    context,
  )
  const last = lastDays(answer)
  const allowed = codesWithin(context.scope.rows.units, code)
  const rows = await context.database.prisma.unit.findMany({
    where: {
      centreId: centre.id,
      rhythm: { not: null },
      OR: [{ validTo: null }, { validTo: { gt: context.now } }],
      ...(allowed === 'all' ? {} : { code: { in: allowed } }),
    },
    orderBy: { code: 'asc' },
  })
  const units = rows.flatMap(({ code: unit, name, nameEn, rhythm }): UnitFreshness[] => {
    if (rhythm === null) return []
    const since = expectedSince(rhythm, centre.hall, today)
    const until = last.get(unit) ?? null
    return [
      {
        unit: { code: unit, zh: name, en: nameEn ?? name },
        rhythm,
        reportedUntil: until === null ? null : textOfDay(until),
        expectedUntil: textOfDay(since),
        late: until === null || until < since,
      },
    ]
  })
  return { dataUntil: answer.dataUntil, units, late: units.filter(unit => unit.late).length }
}
