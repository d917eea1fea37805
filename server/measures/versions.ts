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
  if (number === null) throw new Error(`a version must hold from a date, not from ${day}`)
  return number
}

/** The first days of some versions, null for the first. They must rise. */
function startsOf(versions: readonly DefinitionVersion[]): (Day | null)[] {
  const starts = versions.map(({ from }) => (from === null ? null : numberOf(from)))
  starts.forEach((start, index) => {
    const before = starts[index - 1]
    if (start !== null && typeof before === 'number' && start <= before)
      throw new Error('versions of a definition must stand in the order of their days')
  })
  return starts
}

/** Spans of neighbouring versions that count alike become one. */
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
 * Declares the versions of a definition. `versions` goes into the measure; `counting` makes a part from
 * what each version counts, in the same order. Throws where the days are not dates in order, or a
 * version lacks its part.
 */
export function definitionVersions(first: FirstVersion, ...later: LaterVersion[]) {
  const versions: readonly DefinitionVersion[] = [{ ...first, from: null }, ...later].map(
    (version, index) => ({ ...version, number: index + 1 }),
  )
  const starts = startsOf(versions)
  return {
    versions,
    counting: <P extends PlainPart>(...parts: P[]): DatedPart<P> => {
      if (parts.length !== versions.length) throw new Error('each version of a definition needs its part')
      return { kind: 'dated', spans: spansOf(parts, starts) }
    },
  }
}

/** The version of every measure that has not changed. */
const unchanged: DefinitionVersion = {
  number: 1,
  from: null,
  owner: { zh: '产品内置', en: 'built in' },
  reason: { zh: '首版', en: 'first version' },
}

/** The versions of a measure, in order; one where it has never changed. */
export const versionsOf = (measure: Measure): readonly DefinitionVersion[] => measure.versions ?? [unchanged]

/** The versions that hold on any of some days, in order: at least one. */
export function versionsIn(measure: Measure, { from, to }: Dates): DefinitionVersion[] {
  const versions = versionsOf(measure)
  const isOver = (index: number): boolean => (versions[index + 1]?.from ?? '9999') <= from
  const inForce = versions.filter(
    (version, index) => (version.from === null || version.from <= to) && !isOver(index),
  )
  return inForce.length > 0 ? inForce : versions.slice(0, 1)
}

/** How a part is counted on a day. */
const plainOn = (part: Part, day: Day): PlainPart => {
  if (part.kind !== 'dated') return part
  const span = part.spans.find(each => holdsDay(each, day)) ?? part.spans[0]
  if (!span) throw new Error('a dated part has at least one span')
  return span.part
}

const partNames = ['part', 'numerator', 'denominator', 'population', 'covered'] as const

/** A measure as one of its versions counts it, on all days alike. */
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

/** How the sides of a comparison are counted where they lie in different versions of a definition. */
type Bridge =
  /** Both sides lie in one version. */
  | { kind: 'none' }
  /** Both sides are counted by the version of the later one. */
  | { kind: 'bridged'; version: DefinitionVersion; measure: Measure }
  /** That version counts what the records of the earlier days do not hold. */
  | { kind: 'refused'; version: DefinitionVersion }

const noBridge: Bridge = { kind: 'none' }

/**
 * How two periods are compared: by the version in force at the end of the later one, on both. Refused
 * where the records of the earlier one do not hold what that version counts.
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
