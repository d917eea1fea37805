import type { FlowPart } from '#measures'
import type { Grain } from './grains.ts'
import { partKey } from '#measures'
import { columnsOf, fingerprintOf, histogramsOf, keptPart, partName } from './columns.ts'
import { grains } from './grains.ts'

/** What the database says of one grain of one centre. */
export interface RollupRow {
  name: string
  fingerprint: string
  missing: string[]
}

/** Why a part is read from where it is read. */
export interface Choice {
  grain: Grain | null
  why: string
}

/** The rollups that are complete for all asked centres at the time of the question. */
export class RollupCatalogue {
  private readonly missing = new Map<string, Set<string>>()

  /** `rows` of all centres: a grain is usable where each of them has it in today's meaning. */
  constructor(rows: readonly RollupRow[], centres: number) {
    for (const grain of grains) {
      const own = rows.filter(row => row.name === grain.name && row.fingerprint === fingerprintOf(grain))
      if (own.length === centres) this.missing.set(grain.name, new Set(own.flatMap(row => row.missing)))
    }
  }

  /** The smallest grain that keeps a part by all the dimensions, or null with the reason. */
  choose(part: FlowPart, dimensions: readonly string[]): Choice {
    const needed = part.aggregate === 'distinct' ? [...dimensions, part.of] : dimensions
    const fitting = grains.filter(
      grain =>
        grain.fact === part.fact &&
        needed.every(name => name === 'centre' || grain.dimensions.includes(name)),
    )
    const keeping = fitting.filter(grain => keeps(grain, part))
    const ready = keeping.find(grain => this.missing.get(grain.name)?.has(partName(keptPart(part))) === false)
    const why = ready
      ? 'the smallest rollup with these dimensions'
      : fitting.length === 0
        ? `no rollup keeps ${part.fact} by ${needed.join(' × ')}`
        : keeping.length === 0
          ? `no rollup keeps ${partKey(part)} by ${needed.join(' × ') || 'centre'}`
          : 'the rollup is still being built'
    return { grain: ready ?? null, why }
  }
}

/** Everything is read from facts: what a rollup is checked against. */
export const emptyRollupCatalogue = new RollupCatalogue([], 1)

function keeps(grain: Grain, part: FlowPart): boolean {
  const name = partName(keptPart(part))
  return part.aggregate === 'histogram'
    ? histogramsOf(grain).some(one => `bins ${one.code}` === name)
    : columnsOf(grain).some(column => column.name === name)
}
