import type { Dates, DefinitionVersion, Measure, MeasureId, Part } from '#measures'
import { measureAt, measureNamed, partsOf, plainPartsOf, versionsIn } from '#measures'
import { hashOf } from '../common/canonical.ts'
import { measureText } from '../measures/texts/index.ts'
import { expressionsOf } from '../model/conditions/index.ts'

function conditionsOf(part: Part): unknown {
  switch (part.kind) {
    case 'flow':
    case 'stock': {
      const { conditions } = expressionsOf(part.fact)
      return part.when.map(name => conditions[name] ?? null)
    }
    case 'balance':
      return [...part.entered, ...part.left].map(conditionsOf)
    case 'calendar':
      return null
    case 'dated':
      return plainPartsOf(part).map(conditionsOf)
  }
}

/** The hash by measure, and by version for measures with versions. */
const hashes = new WeakMap<Measure, string>()

/** The hash of a measure without versions. */
function hashAt(id: MeasureId, { formula: former }: DefinitionVersion, measure: Measure): string {
  const { names, versions, ...counted } = measure
  const { formula, source } = measureText(id)
  const hash =
    hashes.get(measure) ??
    hashOf([counted, former ?? formula, source, partsOf(measure).map(conditionsOf)]).slice(0, 12)
  hashes.set(measure, hash)
  return hash
}

/**
 * A hash of twelve digits of a measure's definition on the days of a figure and of the period it is compared
 * with: parts, conditions and scale, not names. A version that applies on none of these days does not change
 * it.
 */
export function fingerprintOf(id: MeasureId, days: Dates, against: Dates | null): string {
  const measure: Measure = measureNamed(id)
  const versions = new Set([...(against ? versionsIn(measure, against) : []), ...versionsIn(measure, days)])
  const [only = '', ...others] = Array.from(versions, version =>
    hashAt(id, version, measureAt(measure, version)),
  )
  return others.length === 0 ? only : hashOf([only, ...others]).slice(0, 12)
}
