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

/** What is known of the facts of a question. */
interface Known {
  coverage: Coverage
  /** The facts of which units report apart. */
  apart: ReadonlyMap<FactName, Apart>
}

/** What is asked of which centres. */
interface Asked {
  facts: readonly FactName[]
  centreContext: CentreContext
}

/** The known days of each fact, units apart or not: those that are known of all records. */
const wholeOf = ({ coverage, apart }: Known): Coverage =>
  new Map(
    Array.from(coverage, ([fact, days]) => {
      const units = apart.get(fact)?.units ?? []
      return [fact, units.map(unit => unit.days).reduce(commonDays, days)]
    }),
  )

/**
 * The known days of each fact: those that are known in all centres of the question. Where
 * a question is about units that report apart and no others, they are those of any of them.
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
  // A benchmark names no unit: what is missing of one is missing of the hall.
  return asked.benchmark ? { coverage: wholeOf({ coverage, apart }), apart: new Map() } : { coverage, apart }
}

/** The facts whose records say how current a centre is, for a question about none that has days. */
const mainFacts: readonly FactName[] = ['cases', 'trades', 'feedback']

/** The last day on which anything is known of the asked facts; null where nothing is. */
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
