import type { MeasureId, Part } from '#measures'
import { measureNamed, partsOf } from '#measures'
import { hashOf } from '../canonical.ts'
import { factNamed } from '../facts/index.ts'

function conditionsOf(part: Part): unknown {
  switch (part.kind) {
    case 'flow':
    case 'stock': {
      const { conditions } = factNamed(part.fact)
      return part.when.map(name => conditions[name] ?? '')
    }
    case 'balance': return [...part.entered, ...part.left].map(conditionsOf)
    case 'calendar': return null
  }
}

const known = new Map<MeasureId, string>()

/** Twelve digits that change when a measure is counted otherwise: its parts, their conditions, its scale; not its names. */
export function fingerprintOf(id: MeasureId): string {
  const measure = measureNamed(id)
  const { names, question, caution, ...counted } = measure
  const found = known.get(id) ?? hashOf([counted, partsOf(measure).map(conditionsOf)]).slice(0, 12)
  known.set(id, found)
  return found
}
