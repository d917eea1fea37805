import type pg from 'pg'
import type { Day, Names } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { FactName, lists } from '../model/index.ts'
import type { QueryContext } from './queryContext.ts'
import { textOfDay } from '#measures'
import { centresOf } from '../centres/centre.ts'
import { seesCentre } from '../measures/scope.ts'
import { coverageOf } from './factCoverage.ts'
import { expectedSince } from './freshness.ts'
import { inSnapshot } from './queryContext.ts'

type Rhythm = keyof typeof lists.rhythms

/** The last reported day of a centre. */
interface CentreReported {
  centre: { code: string } & Names
  /** The last known day of its cases, or of other records where it has no cases; null where there is none. */
  until: string | null
  /** The day up to which it should have reported. */
  expectedUntil: string
  late: boolean
}

/** The facts that show how current a centre is, in order of preference. */
const facts: readonly FactName[] = ['cases', 'trades', 'feedback']
/** The rhythm of a centre whose units have none. */
const usual: Rhythm = 'weekly'

/** The most frequent rhythm of the units of each centre, by id of the centre. */
async function rhythmsOf({ database, now }: QueryContext): Promise<Map<number, Rhythm>> {
  const counted = await database.prisma.unit.groupBy({
    by: ['centreId', 'rhythm'],
    where: { rhythm: { not: null }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
    _count: { _all: true },
    orderBy: { centreId: 'asc' },
  })
  const rising = counted.toSorted((a, b) => a._count._all - b._count._all)
  return new Map(rising.flatMap(({ centreId, rhythm }) => (rhythm ? [[centreId, rhythm] as const] : [])))
}

async function knownUntil(
  { database }: QueryContext,
  client: pg.ClientBase,
  { centre, today }: { centre: Centre; today: Day },
): Promise<Day | null> {
  for (const fact of facts) {
    const { rest } = await coverageOf(database, client, { centre, fact, today })
    const last = rest.at(-1)
    if (last) return last.to
  }
  return null
}

/** The last reported day of each centre in a scope, in order of code. */
export async function centresReported(context: QueryContext): Promise<CentreReported[]> {
  const all = await centresOf(context.database).all()
  const seen = all.filter(({ code }) => seesCentre(context.scope, code))
  const rhythms = await rhythmsOf(context)
  return inSnapshot(context.database, async client => {
    const reported: CentreReported[] = []
    for (const centre of seen) {
      const today = centre.hall.zone.localAt(context.now.getTime()).day
      const since = expectedSince(rhythms.get(centre.id) ?? usual, centre.hall, today)
      const until = await knownUntil(context, client, { centre, today })
      reported.push({
        centre: { code: centre.code, zh: centre.name, en: centre.nameEn },
        until: until === null ? null : textOfDay(until),
        expectedUntil: textOfDay(since),
        late: until === null || until < since,
      })
    }
    return reported
  })
}
