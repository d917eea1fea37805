import type { FactName } from '../model/index.ts'
import type { Measure } from './measure.ts'
import type { Part } from './part.ts'
import { partsOf } from './measure.ts'
import { plainPartsOf } from './part.ts'

/** The facts that a part is counted from; none for days of the calendar. */
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

/** The facts that a measure reads; a part of the calendar reads none. */
export function factsOf(measure: Measure): FactName[] {
  return [...new Set(partsOf(measure).flatMap(factsOfPart))]
}

/** The facts of which a measure reads the records of some days, and not what is in force at their end. */
export const factsWithinDays = (measure: Measure): ReadonlySet<string> =>
  new Set(
    partsOf(measure)
      .flatMap(plainPartsOf)
      .filter(({ kind }) => kind !== 'stock')
      .flatMap(factsOfPart),
  )
