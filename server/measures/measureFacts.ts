import type { FactName } from '../model/index.ts'
import type { Measure } from './measure.ts'
import type { Part } from './part.ts'
import { partsOf } from './measure.ts'
import { plainPartsOf } from './part.ts'

/** The facts from which a part is counted; none for calendar days. */
export function factsOfPart(part: Part): FactName[] {
  switch (part.kind) {
    case 'flow':
    case 'stock':
      return [part.fact]
    case 'balance':
      return [...part.entered, ...part.left].map(flow => flow.fact)
    case 'calendar':
      return []
    case 'dated':
      return [...new Set(part.spans.flatMap(span => factsOfPart(span.part)))]
  }
}

/** The facts that a measure reads. */
export function factsOf(measure: Measure): FactName[] {
  return [...new Set(partsOf(measure).flatMap(factsOfPart))]
}

/** The facts of which a measure reads records by day, without catalogues. */
export const factsWithinDays = (measure: Measure): ReadonlySet<string> =>
  new Set(
    partsOf(measure)
      .flatMap(plainPartsOf)
      .filter(({ kind }) => kind !== 'stock')
      .flatMap(factsOfPart),
  )
