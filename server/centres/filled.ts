import type { Database } from '../storage/database.ts'
import { factNames, facts } from '#measures'

/** Which data a centre has. */
interface Filled {
  /** True once units, windows and items have been loaded. */
  catalogue: boolean
  records: boolean
  /** The facts with loaded records. */
  facts: string[]
}

const catalogue: readonly string[] = ['units', 'windows', 'items']
/** Facts whose records have days; the others are catalogues. */
const happening = factNames.filter(name => Object.keys(facts[name].clocks).length > 0)

/** Reads which data each centre has, and returns it by id; a centre without an entry is empty. */
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
