import type { Day } from '../common/day.ts'
import type { Dates } from './answer.ts'
import type { DefinitionVersion } from './definitionVersion.ts'
import type { Measure } from './measure.ts'
import type { DatedPart, Part, PartSpan, PlainPart } from './part.ts'
import { dayFromText } from '../common/day.ts'
import { partKey } from './part.ts'
import { holdsDay } from './spans.ts'

type FirstVersion = Pick<DefinitionVersion, 'owner' | 'reason' | 'formula'>
type LaterVersion = FirstVersion & { from: string } & Pick<DefinitionVersion, 'recordedFrom'>

const numberOf = (day: string): Day => {
  const number = dayFromText(day)
  if (number === null) throw new Error(`the first day of a definition version is not a date: ${day}`)
  return number
}

/** The first days of versions, null for the first. Throws where they are not in ascending order. */
function startsOf(versions: readonly DefinitionVersion[]): (Day | null)[] {
  const starts = versions.map(({ from }) => (from === null ? null : numberOf(from)))
  starts.forEach((start, index) => {
    const before = starts[index - 1]
    if (start !== null && typeof before === 'number' && start <= before)
      throw new Error('definition versions must be in ascending order of their first days')
  })
  return starts
}

/** The spans of parts by version. Consecutive versions with the same part share one span. */
function spansOf<P extends PlainPart>(parts: readonly P[], starts: readonly (Day | null)[]): PartSpan<P>[] {
  const changes = parts.flatMap((part, index) => {
    const before = parts[index - 1]
    return before && partKey(before) === partKey(part) ? [] : [{ part, from: starts[index] ?? null }]
  })
  return changes.map(({ part, from }, index) => ({
    part,
    from,
    to: changes[index + 1] ? (changes[index + 1]?.from ?? 0) - 1 : null,
  }))
}

/**
 * Declares the versions of a definition. `versions` belongs in the measure; `counting` combines the parts of
 * all versions, given in the same order, into one. Throws where the days are not dates in ascending order, or
 * the number of parts differs from that of the versions.
 */
export function definitionVersions(first: FirstVersion, ...later: LaterVersion[]) {
  const versions: readonly DefinitionVersion[] = [{ ...first, from: null }, ...later].map(
    (version, index) => ({ ...version, number: index + 1 }),
  )
  const starts = startsOf(versions)
  return {
    versions,
    counting: <P extends PlainPart>(...parts: P[]): DatedPart<P> => {
      if (parts.length !== versions.length)
        throw new Error('the number of parts differs from the number of definition versions')
      return { kind: 'dated', spans: spansOf(parts, starts) }
    },
  }
}

/** The version of measures whose definition has never changed. */
const unchanged: DefinitionVersion = {
  number: 1,
  from: null,
  owner: { zh: '产品内置', en: 'built in' },
  reason: { zh: '首版', en: 'first version' },
}

/** The versions of a measure, in order; a single one where its definition has never changed. */
export const versionsOf = (measure: Measure): readonly DefinitionVersion[] => measure.versions ?? [unchanged]

/** The versions that apply on any of some days, in order; at least one. */
export function versionsIn(measure: Measure, { from, to }: Dates): DefinitionVersion[] {
  const versions = versionsOf(measure)
  const isOver = (index: number): boolean => (versions[index + 1]?.from ?? '9999') <= from
  const inForce = versions.filter(
    (version, index) => (version.from === null || version.from <= to) && !isOver(index),
  )
  return inForce.length > 0 ? inForce : versions.slice(0, 1)
}

/** The definition of a part on a day. */
const plainOn = (part: Part, day: Day): PlainPart => {
  if (part.kind !== 'dated') return part
  const span = part.spans.find(each => holdsDay(each, day)) ?? part.spans[0]
  if (!span) throw new Error('a dated part needs at least one span')
  return span.part
}

const partNames = ['part', 'numerator', 'denominator', 'population', 'covered'] as const

/** A measure that counts all days with one of its versions. */
export function measureAt(measure: Measure, version: DefinitionVersion): Measure {
  if (!measure.versions) return measure
  const day = version.from === null ? Number.NEGATIVE_INFINITY : numberOf(version.from)
  const parts: Partial<Record<(typeof partNames)[number], Part>> = measure
  const plain = partNames.flatMap(name => {
    const part = parts[name]
    return part ? [[name, plainOn(part, day)] as const] : []
  })
  return Object.assign({ ...measure }, Object.fromEntries(plain))
}

/** How the sides of a comparison can be counted with one version (docs/domain.md section 8.1). */
type Bridge =
  /** Both sides are within one version. */
  | { kind: 'none' }
  /** Both sides are counted with the version at the end of the later one. */
  | { kind: 'bridged'; version: DefinitionVersion; measure: Measure }
  /** The records of the earlier days do not contain what that version counts. */
  | { kind: 'refused'; version: DefinitionVersion }

const noBridge: Bridge = { kind: 'none' }

/**
 * Chooses the version with which two periods are compared: the one valid at the end of the later period, for
 * both. Refused where the earlier records do not contain what that version counts.
 */
export function bridgeOf(measure: Measure, current: Dates, earlier: Dates | null): Bridge {
  if (!measure.versions || !earlier) return noBridge
  const used = new Set([...versionsIn(measure, current), ...versionsIn(measure, earlier)])
  const version = versionsIn(measure, current).at(-1)
  if (!version || used.size === 1) return noBridge
  const first = current.from < earlier.from ? current.from : earlier.from
  return version.recordedFrom !== undefined && first < version.recordedFrom
    ? { kind: 'refused', version }
    : { kind: 'bridged', version, measure: measureAt(measure, version) }
}
