import type { Database } from '../storage/database.ts'
import { factNames, facts } from '#measures'

/** What of a centre is there: a catalogue to count by, and records to count. */
interface Filled {
  catalogue: boolean
  records: boolean
}

const catalogue: readonly string[] = ['units', 'windows', 'items']
/** Facts that happen from day to day; the others are catalogues. */
const happening: readonly string[] = factNames.filter(name => Object.keys(facts[name].clocks).length > 0)

/** What each centre holds, by its id: one that nothing was loaded into is empty. */
export async function filledOf({ prisma }: Database): Promise<(centreId: number) => Filled> {
  const loaded = await prisma.importBatch.groupBy({
    by: ['centreId', 'target'],
    where: { undoneAt: null, committedAt: { not: null }, loaded: { gt: 0 } },
  })
  const holds = (centreId: number, targets: readonly string[]): boolean =>
    loaded.some(one => one.centreId === centreId && targets.includes(one.target))
  return centreId => ({ catalogue: holds(centreId, catalogue), records: holds(centreId, happening) })
}
