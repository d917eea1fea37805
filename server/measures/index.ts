import type { Dimension } from '../model/index.ts'
import type { MeasureId } from './definitions/index.ts'
import type { Measure } from './measure.ts'
import { NamedError } from '../common/errors.ts'
import { factNamed, ownEntry } from '../model/index.ts'
import { measures } from './definitions/index.ts'
import { factsOf } from './measureFacts.ts'

export * from '../common/day.ts'
export * from '../common/errors.ts'
export * from '../common/errorWords.ts'
export * from '../common/zone.ts'
export { factNames, facts } from '../model/index.ts'
export * from './accusation.ts'
export * from './answer.ts'
export * from './answerNotes.ts'
export * from './askedRows.ts'
export * from './bins.ts'
export * from './bucket.ts'
export * from './bucketMarks.ts'
export * from './caseMix.ts'
export * from './change.ts'
export * from './comparable.ts'
export * from './comparison.ts'
export * from './coverage.ts'
export * from './coverageWords.ts'
export * from './csvCell.ts'
export * from './decompose.ts'
export type { MeasureId } from './definitions/index.ts'
export { measures } from './definitions/index.ts'
export * from './definitionVersion.ts'
export * from './figureChoice.ts'
export * from './format.ts'
export * from './funnel.ts'
export * from './goal.ts'
export * from './headingNumbers.ts'
export * from './headingUnit.ts'
export * from './interval.ts'
export * from './intervalText.ts'
export * from './judgedInterval.ts'
export * from './listWords.ts'
export * from './measure.ts'
export * from './measureFacts.ts'
export * from './mostChanged.ts'
export * from './needed.ts'
export * from './packed.ts'
export * from './paperTables.ts'
export * from './paperWords.ts'
export * from './part.ts'
export * from './period.ts'
export * from './prose.ts'
export * from './question.ts'
export * from './redFlag.ts'
export * from './reference.ts'
export * from './referenceShows.ts'
export * from './rhythm.ts'
export * from './rowHeading.ts'
export * from './rowText.ts'
export * from './scope.ts'
export * from './settingChange.ts'
export * from './sideKnown.ts'
export * from './sourceWords.ts'
export * from './spans.ts'
export * from './standing.ts'
export * from './standOut.ts'
export * from './tails.ts'
export * from './ties.ts'
export * from './time/calendarPeriod.ts'
export * from './time/due.ts'
export * from './time/hallTime.ts'
export * from './time/moment.ts'
export * from './time/workCalendar.ts'
export * from './usual/calendarEffects.ts'
export * from './usual/expectation.ts'
export * from './usual/forecast.ts'
export * from './usual/usual.ts'
export * from './value.ts'
export * from './valued.ts'
export * from './versions.ts'
export * from './versionWords.ts'
export * from './xmr.ts'

/** The ids of all measures, in the order of the catalogue. */
export const measureIds = Object.keys(measures) as MeasureId[]

/** The measure of an id. Errors: unknown-measure. */
export function measureNamed(id: string): Measure {
  if (!Object.hasOwn(measures, id)) throw new NamedError('unknown-measure', { measure: id })
  return measures[id as MeasureId]
}

/** A dimension that all facts of a measure have; null where one lacks it. */
export function dimensionOf(measure: Measure, name: string): Dimension | null {
  const dimensions = factsOf(measure).map(fact => ownEntry(factNamed(fact).dimensions, name))
  return dimensions.every(dimension => dimension !== undefined) ? (dimensions[0] ?? null) : null
}

/** A column that identifies single records of a measure; null where one of its facts lacks it. */
export function recordFilterOf(measure: Measure, name: string): Dimension | null {
  const dimensions = factsOf(measure).map(fact => ownEntry(factNamed(fact).recordFilters, name))
  return dimensions.every(filter => filter !== undefined) ? (dimensions[0] ?? null) : null
}

/** The names of the dimensions by which a measure can be split. */
export function dimensionsOf(measure: Measure): string[] {
  const [first] = factsOf(measure)
  return first === undefined
    ? []
    : Object.keys(factNamed(first).dimensions).filter(name => dimensionOf(measure, name) !== null)
}
