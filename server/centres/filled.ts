import type { Database } from '../storage/database.ts'
import { factNames, facts } from '#measures'

/** What of a centre is there: a catalogue to count by, and records to count. */
interface Filled {
  /** True once units, windows and items were loaded. */
  catalogue: boolean
  records: boolean
  /** The facts of which records were loaded. */
  facts: string[]
}

const catalogue: readonly string[] = ['units', 'windows', 'items']
/** Facts that happen from day to day; the others are catalogues. */
const happening = factNames.filter(name => Object.keys(facts[name].clocks).length > 0)

/** What each centre holds, by its id: one that nothing was loaded into is empty. */
export async function filledOf({ prisma }: Database): Promise<(centreId: number) => Filled> {
  const loaded = await prisma.importBatch.groupBy({
    by: ['centreId', 'target'],
    where: { undoneAt: null, committedAt: { not: null }, loaded: { gt: 0 } },
  })
  const held = new Set(loaded.map(({ centreId, target }) => `${centreId}:${target}`))
  const holds = (centreId: number, target: string): boolean => held.has(`${centreId}:${target}`)
  return centreId => {
    const kinds = happening.filter(name => holds(centreId, name))
    return {
      catalogue: catalogue.every(target => holds(centreId, target)),
      records: kinds.length > 0,
      facts: kinds,
    }
  }
}
