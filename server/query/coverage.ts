import type { Day, DaySet } from '#measures'
import type { FactName } from '../model/index.ts'
import type { FactDays } from './factCoverage.ts'
import type { Coverage } from './frame.ts'
import type { Members } from './members.ts'
import type { CentreContext, QueryContext, SnapshotCache } from './queryContext.ts'
import type { Apart, AskedOf } from './unitDays.ts'
import { commonDays, textOfDay } from '#measures'
import { factNamed } from '../model/index.ts'
import { coverageOf } from './factCoverage.ts'
import { hasRecordDays } from './recordDays.ts'
import { apartOf, daysOfAny } from './unitDays.ts'

/** The known days of the facts of a question. */
interface Known {
  coverage: Coverage
  /** The facts with units whose days are declared separately. */
  apart: ReadonlyMap<FactName, Apart>
}

/** Facts and centres. */
interface Asked {
  facts: readonly FactName[]
  centreContext: CentreContext
}

/** The days of each fact that are known for all records, including those of units declared separately. */
const wholeOf = ({ coverage, apart }: Known): Coverage =>
  new Map(
    Array.from(coverage, ([fact, days]) => {
      const units = apart.get(fact)?.units ?? []
      return [fact, units.map(unit => unit.days).reduce(commonDays, days)]
    }),
  )

/**
 * The known days of each fact: the days known in all centres of the question. For a question only about units
 * that are declared separately, the days known for any of them.
 */
export async function readCoverage(
  { database }: QueryContext,
  cache: SnapshotCache,
  { facts, centreContext, members, asked }: Asked & { members: Members; asked: AskedOf },
): Promise<Known> {
  const coverage = new Map<FactName, DaySet>()
  const apart = new Map<FactName, Apart>()
  const { today, centres } = centreContext
  for (const fact of facts) {
    const sets: FactDays[] = []
    for (const centre of centres) sets.push(await coverageOf(database, cache.client, { centre, fact, today }))
    const rest = sets.map(set => set.rest).reduce(commonDays)
    const units = new Map(sets.flatMap(set => [...set.units]))
    const found =
      units.size > 0 ? await apartOf(cache, members, { fact, rest, units, centreContext, asked }) : null
    if (found) apart.set(fact, found)
    coverage.set(fact, found && !found.rest ? daysOfAny(found) : rest)
  }
  // A benchmark does not tell units apart, so a day that is missing for one unit counts as missing for the
  // hall.
  return asked.benchmark ? { coverage: wholeOf({ coverage, apart }), apart: new Map() } : { coverage, apart }
}

/** The facts that show how current a centre is, for questions about facts without record days. */
const mainFacts: readonly FactName[] = ['cases', 'trades', 'feedback']

/** The last known day of the facts of a question; null where no day is known. */
export async function readDataUntil(
  context: QueryContext,
  cache: SnapshotCache,
  {
    coverage,
    centreContext,
    members,
  }: { coverage: Coverage; members: Members } & Pick<Asked, 'centreContext'>,
): Promise<string | null> {
  const dated = [...coverage].filter(([fact]) => hasRecordDays(factNamed(fact)))
  const known =
    dated.length > 0
      ? new Map(dated)
      : (
          await readCoverage(context, cache, {
            facts: mainFacts,
            centreContext,
            members,
            asked: { filters: [], groupBy: [], benchmark: false },
          })
        ).coverage
  const ends: Day[] = [...known.values()].flatMap(days => days.at(-1)?.to ?? [])
  return ends.length === 0 ? null : textOfDay(Math.max(...ends))
}
