import type { Dimension, FactName } from '../facts/index.ts'
import type { Measure } from './measure.ts'
import type { Part } from './part.ts'
import { factNamed, ownEntry } from '../facts/index.ts'
import { measures } from './definitions/index.ts'
import { NamedError } from './errors.ts'
import { partsOf } from './measure.ts'

export * from './answer.ts'
export * from './bins.ts'
export * from './bucket.ts'
export * from './caseMix.ts'
export * from './change.ts'
export * from './comparison.ts'
export * from './decompose.ts'
export { measures } from './definitions/index.ts'
export * from './errors.ts'
export * from './errorWords.ts'
export * from './format.ts'
export * from './funnel.ts'
export * from './goal.ts'
export * from './interval.ts'
export * from './measure.ts'
export * from './mostChanged.ts'
export * from './packed.ts'
export * from './paperWords.ts'
export * from './part.ts'
export * from './period.ts'
export * from './prose.ts'
export * from './question.ts'
export * from './reference.ts'
export * from './scope.ts'
export * from './time/day.ts'
export * from './time/due.ts'
export * from './time/hallTime.ts'
export * from './time/workCalendar.ts'
export * from './time/zone.ts'
export * from './value.ts'
export * from './valued.ts'
export * from './xmr.ts'

export type MeasureId = keyof typeof measures

/** The names of all measures, in the order of the catalogue. */
export const measureIds = Object.keys(measures) as MeasureId[]

/** The measure of that name. Errors: unknown-measure. */
export function measureNamed(id: string): Measure {
  if (!Object.hasOwn(measures, id))
    throw new NamedError('unknown-measure', { measure: id })
  return measures[id as MeasureId]
}

function factsOfPart(part: Part): FactName[] {
  switch (part.kind) {
    case 'flow':
    case 'stock': return [part.fact]
    case 'balance': return [...part.entered, ...part.left].map(flow => flow.fact)
    case 'calendar': return []
  }
}

/** The facts that a measure reads; a part of the calendar reads none. */
export function factsOf(measure: Measure): FactName[] {
  return [...new Set(partsOf(measure).flatMap(factsOfPart))]
}

/** A dimension as all facts of a measure know it, or null where one of them does not. */
export function dimensionOf(measure: Measure, name: string): Dimension | null {
  const found = factsOf(measure).map(fact => ownEntry(factNamed(fact).dimensions, name))
  return found.every(dimension => dimension !== undefined) ? found[0] ?? null : null
}

/** The names of the dimensions by which a measure can be split. */
export function dimensionsOf(measure: Measure): string[] {
  const [first] = factsOf(measure)
  return first === undefined ? [] : Object.keys(factNamed(first).dimensions).filter(name => dimensionOf(measure, name) !== null)
}
