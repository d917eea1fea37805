import type { FlowPart } from '#measures'
import type { ReadBucket } from '../query/read.ts'
import type { Choice } from './choice.ts'
import type { Grain } from './grains.ts'
import { partKey } from '#measures'
import { columnsOf, fingerprintOf, histogramsOf, partName, storedPart } from './columns.ts'
import { finestOf, grains } from './grains.ts'
import { holdMonths } from './segments.ts'

/** The state of one grain of one centre, as stored. */
export interface RollupRow {
  name: string
  fingerprint: string
  missing: string[]
}

/** The rollups that are complete for all centres of a question. */
export class RollupCatalogue {
  private readonly missing = new Map<string, Set<string>>()

  /**
   * `rows` are those of all centres. A grain is usable where every centre has it with this version's
   * definitions.
   */
  constructor(rows: readonly RollupRow[], centres: number) {
    for (const grain of grains) {
      const own = rows.filter(row => row.name === grain.name && row.fingerprint === fingerprintOf(grain))
      if (own.length === centres) this.missing.set(grain.name, new Set(own.flatMap(row => row.missing)))
    }
  }

  /** The smallest grain that answers a part by all the dimensions for some days, or null with the reason. */
  choose(part: FlowPart, dimensions: readonly string[], buckets: readonly ReadBucket[]): Choice {
    const needed = part.aggregate === 'distinct' ? [...dimensions, part.of] : dimensions
    const fitting = grains.filter(
      grain =>
        grain.fact === part.fact &&
        needed.every(name => name === 'centre' || grain.dimensions.includes(name)),
    )
    const keeping = fitting.filter(grain => keeps(grain, part))
    const answering = keeping.filter(grain => answersDays(grain, part, buckets))
    const ready = answering.find(
      grain => this.missing.get(grain.name)?.has(partName(storedPart(part))) === false,
    )
    if (ready) return { grain: ready, why: 'the smallest rollup with these dimensions' }
    const by = needed.join(' × ') || 'centre'
    const why =
      fitting.length === 0
        ? `no rollup keeps ${part.fact} by ${by}`
        : keeping.length === 0
          ? `no rollup keeps ${partKey(part)} by ${by}`
          : answering.length === 0
            ? `${partKey(part)} by ${by} is kept by month, and no whole month is asked for`
            : 'the rollup is still being built'
    return { grain: null, why }
  }
}

/** Without rollups: all parts are read from facts. Rollups are checked against such answers. */
export const emptyRollupCatalogue = new RollupCatalogue([], 1)

/**
 * Whether a grain can answer at least some of the days. A grain of months needs a whole month in a bucket,
 * and cannot answer peaks or active days.
 */
function answersDays(grain: Grain, part: FlowPart, buckets: readonly ReadBucket[]): boolean {
  const content = part.aggregate === 'histogram' ? 'histograms' : 'parts'
  if (finestOf(grain, content) === 'day') return true
  return !['peak', 'activeDays'].includes(part.aggregate) && holdMonths(buckets)
}

function keeps(grain: Grain, part: FlowPart): boolean {
  const name = partName(storedPart(part))
  return part.aggregate === 'histogram'
    ? histogramsOf(grain).some(histogram => `bins ${histogram.code}` === name)
    : columnsOf(grain).some(column => column.name === name)
}
