import type { Answer, Dates, KnownAround, Member, Side } from './answer.ts'
import type { Change } from './change.ts'
import type { DefinitionVersion } from './definitionVersion.ts'
import type { Measure } from './measure.ts'
import type { AnswerSettingChange, Setting } from './settingChange.ts'
import type { Figure, Parts } from './value.ts'
import { changeOf } from './change.ts'
import { partsOf } from './measure.ts'
import { factsWithinDays } from './measureFacts.ts'
import { partKey } from './part.ts'
import { knownParts } from './sideKnown.ts'
import { figureOf, shownValue } from './value.ts'
import { bridgeOf, versionsIn } from './versions.ts'

/** The units whose records lack the days; absent where records of other units lack them too. */
interface OfUnits {
  units?: Member[]
}

/** Why there is no value or no change. */
export type WhyNot =
  /** No comparison was requested. */
  | { reason: 'notAsked' }
  /** No day of the period, or of the earlier one, is known. */
  | ({ reason: 'nowUnknown' | 'earlierUnknown' } & KnownAround & OfUnits)
  /** Some days of the period, or of the earlier one, are not known; `missing` is the first range of them. */
  | ({ reason: 'nowPartly' | 'earlierPartly'; missing: Dates } & OfUnits)
  /** One side has no opening hours on any of its days, and the other has some. */
  | { reason: 'nowClosed' | 'earlierClosed' }
  /** The measure reads two facts whose data end on different days. */
  | { reason: 'unequalDays' }
  /**
   * The definition changed on that day, and earlier records do not contain what the new definition counts.
   */
  | { reason: 'definitionChanged'; from: string }
  /** A setting that affects the figure changed on that day; earlier days were counted with the former one. */
  | { reason: 'settingChanged'; setting: Setting; from: string }
  /** Both periods are known, but one side has no value, such as a rate of no cases. */
  | { reason: 'nothingCounted' }
  /** The days are known, but there is no record from which to compute a value. */
  | { reason: 'noRecords' }
  /** The values are estimates, and their difference is not larger than their errors. */
  | { reason: 'belowResolution' }

/** A change, or the reason why there is none. Exactly one of the two is null. */
export type Difference = { change: Change; whyNot: null } | { change: null; whyNot: WhyNot }

const ofUnits = (units: Member[]): OfUnits => (units.length > 0 ? { units } : {})

function sideWhyNot(
  measure: Measure,
  answer: Answer,
  { which, members }: { which: 'now' | 'earlier'; members: readonly string[] },
): WhyNot | null {
  const side = which === 'now' ? answer.current : answer.earlier
  const parts = side ? knownParts(measure, side, members) : []
  const unknown = parts.find(({ known }) => known === 'unknown')
  if (side && unknown)
    return {
      reason: `${which}Unknown`,
      ...unknown.around,
      ...ofUnits(unknown.units),
    }
  const partly = parts.find(({ first }) => first !== null)
  return partly?.first ? { reason: `${which}Partly`, missing: partly.first, ...ofUnits(partly.units) } : null
}

/**
 * Why a measure has no value in the period, or a value that lacks some days; null where all days are known.
 * With `members`, for these members of the split.
 */
export function whyNotKnown(
  measure: Measure,
  answer: Answer,
  members: readonly string[] = [],
): WhyNot | null {
  return sideWhyNot(measure, answer, { which: 'now', members })
}

/** Whether a zero of a measure is known: all days since the opening are known. Days before it are no gap. */
export const isZeroKnown = (measure: Measure, answer: Answer, members: readonly string[] = []): boolean =>
  knownParts(measure, answer.current, members).every(
    ({ known, missing }) =>
      known === 'known' ||
      (known === 'partly' && missing.every(({ to }) => answer.openedOn !== null && to < answer.openedOn)),
  )

/** Whether a figure is a rate of existing records. It is known even where it is zero. */
const hasBase = (measure: Measure, { n }: Figure): boolean =>
  (measure.kind === 'ratio' || measure.kind === 'mean') && (n ?? 0) > 0

/**
 * The figure as it is stated everywhere. Its value is null where the measure counted none of the existing
 * records, and where a total is zero and not all days are known. Amounts of existing records that sum to zero
 * are known, even where some days are missing.
 */
export function statedFigure(measure: Measure, figure: Figure, zeroKnown: boolean): Figure {
  const value = shownValue(figure)
  const hasRecords = (figure.coverage?.covered ?? 0) > 0
  const isUnsure = value === 0 && !zeroKnown && measure.kind !== 'level' && !hasBase(measure, figure)
  return { ...figure, value: isUnsure && !hasRecords ? null : value }
}

/** The stated figure of a measure over all members of an answer. */
export const figureIn = (measure: Measure, answer: Answer): Figure =>
  statedFigure(measure, figureOf(measure, answer.current.overall), isZeroKnown(measure, answer))

/** The version of a definition with which both sides of a comparison were counted, and the two values. */
interface Bridged {
  version: DefinitionVersion
  now: number | null
  before: number | null
}

/**
 * The measure with which the sides of an answer are compared: a version of it where its definition changed
 * between or within them, else the measure itself.
 */
export function comparedMeasure(measure: Measure, answer: Answer): Measure {
  const bridge = bridgeOf(measure, answer.current, answer.earlier)
  return bridge.kind === 'bridged' ? bridge.measure : measure
}

/**
 * The measure with which a bucket of the earlier side is compared with the bucket at the same index: the
 * measure itself where one version counts both, else the bridging version; null where neither counts both in
 * the same way.
 */
export function measureBeside(measure: Measure, answer: Answer, place: number): Measure | null {
  const [now, before] = [answer.current.buckets[place], answer.earlier?.buckets[place]]
  if (!now || !before || !measure.versions) return measure
  const [version, ...others] = versionsIn(measure, now)
  const earlier = versionsIn(measure, before)
  if (others.length > 0 || !version) return null
  if (earlier.length === 1 && earlier[0]?.number === version.number) return measure
  const bridge = bridgeOf(measure, answer.current, answer.earlier)
  return bridge.kind === 'bridged' && bridge.version.number === version.number ? bridge.measure : null
}

/** Why the definition prevents a comparison: both sides cannot be, or were not, counted with one version. */
function definitionWhyNot(measure: Measure, answer: Answer): WhyNot | null {
  const bridge = bridgeOf(measure, answer.current, answer.earlier)
  if (bridge.kind === 'none') return null
  const wasRead =
    bridge.kind === 'bridged' &&
    partsOf(bridge.measure).every(part => partKey(part) in answer.current.overall)
  return wasRead ? null : { reason: 'definitionChanged', from: bridge.version.from ?? '' }
}

/** The changes of settings that affect a measure's figures. */
export function settingChangesOf(measure: Measure, answer: Answer): AnswerSettingChange[] {
  const keys = partsOf(measure).map(partKey)
  return answer.settingChanges.filter(change => change.parts.some(key => keys.includes(key)))
}

/** Why a changed setting of the centre prevents a comparison. */
function settingWhyNot(measure: Measure, answer: Answer): WhyNot | null {
  const change = settingChangesOf(measure, answer).findLast(({ separates }) => separates)
  return change ? { reason: 'settingChanged', setting: change.setting, from: change.from } : null
}

/** The compared values, where a bridging version was used; else null. */
export function bridgedValues(measure: Measure, answer: Answer): Bridged | null {
  const bridge = bridgeOf(measure, answer.current, answer.earlier)
  if (bridge.kind !== 'bridged' || whyNotCompared(measure, answer)) return null
  return {
    version: bridge.version,
    now: figureOf(bridge.measure, answer.current.overall).value,
    before: figureOf(bridge.measure, answer.earlier?.overall ?? {}).value,
  }
}

/**
 * Why the days of the two sides prevent a comparison: they end on different days for the facts of a measure,
 * or only one side has opening hours. A period without opening hours is not a decrease.
 */
function daysWhyNot(measure: Measure, current: Side, earlier: Side): WhyNot | null {
  const dated = factsWithinDays(measure)
  const [now, before] = [current, earlier].map(side =>
    knownParts(measure, side).filter(({ fact }) => dated.has(fact)),
  )
  if (new Set(now?.map(({ to }) => to)).size > 1) return { reason: 'unequalDays' }
  const [openNow, openBefore] = [now?.[0]?.openDays ?? null, before?.[0]?.openDays ?? null]
  if (measure.kind === 'level' || openNow === null || openBefore === null) return null
  if (openNow === 0 && openBefore > 0) return { reason: 'nowClosed' }
  return openNow > 0 && openBefore === 0 ? { reason: 'earlierClosed' } : null
}

/**
 * Why the two sides of an answer cannot be compared for a measure; null where they can. Both must be fully
 * known, over the same days for every fact that the measure reads, and countable with one version of its
 * definition. With `members`, only the days of these members count, where their unit's days are declared
 * separately.
 */
export function whyNotCompared(
  measure: Measure,
  answer: Answer,
  members: readonly string[] = [],
): WhyNot | null {
  const { current, earlier } = answer
  if (!earlier) return { reason: 'notAsked' }
  return (
    sideWhyNot(measure, answer, { which: 'now', members }) ??
    sideWhyNot(measure, answer, { which: 'earlier', members }) ??
    daysWhyNot(measure, current, earlier) ??
    definitionWhyNot(measure, answer) ??
    settingWhyNot(measure, answer)
  )
}

/**
 * The change of a measure between the two sides of an answer, over all members or for the parts of one
 * member. Null, with the reason, unless both sides are fully known over matching days, and where the change
 * is not larger than the errors of estimated values. All changes are computed here.
 */
export function changeIn(
  measure: Measure,
  answer: Answer,
  parts: { now: Parts; before: Parts; members?: readonly string[] } = {
    now: answer.current.overall,
    before: answer.earlier?.overall ?? {},
  },
): Difference {
  const whyNot = whyNotCompared(measure, answer, parts.members)
  if (whyNot) return { change: null, whyNot }
  const compared = comparedMeasure(measure, answer)
  const [now, before] = [figureOf(compared, parts.now), figureOf(compared, parts.before)]
  const change = changeOf(compared, shownValue(now), shownValue(before))
  if (!change) return { change: null, whyNot: { reason: 'nothingCounted' } }
  const error = (now.error ?? 0) + (before.error ?? 0)
  if (error === 0) return { change, whyNot: null }
  return Math.abs(change.difference) > error
    ? { change: { ...change, error }, whyNot: null }
    : { change: null, whyNot: { reason: 'belowResolution' } }
}

/** Whether some fact of a measure has no known day in a side, for all members or for some. */
export const isUnknownSide = (measure: Measure, side: Side, members: readonly string[] = []): boolean =>
  knownParts(measure, side, members).some(({ known }) => known === 'unknown')

/** Whether all counted days of a bucket are known for a measure. */
export const isBucketKnown = (measure: Measure, side: Side, { from, to }: Dates): boolean =>
  knownParts(measure, side).every(
    ({ known, missing }) =>
      known !== 'unknown' && !missing.some(range => range.from <= to && from <= range.to),
  )

/** Whether a zero of a measure is known in a bucket of the requested period, as `isZeroKnown`. */
export function isZeroKnownIn(measure: Measure, answer: Answer, { from, to }: Dates): boolean {
  const { openedOn, current } = answer
  const since = openedOn !== null && from < openedOn && openedOn <= to ? openedOn : from
  return isBucketKnown(measure, current, { from: since, to })
}

/**
 * The earlier value of a measure where it can be compared, else null. It is computed with the same version as
 * the change.
 */
export function earlierValue(measure: Measure, answer: Answer): number | null {
  return answer.earlier && !whyNotCompared(measure, answer)
    ? shownValue(figureOf(comparedMeasure(measure, answer), answer.earlier.overall))
    : null
}
