import type { Answer, Measure } from '#measures'
import { mergeParts } from '#measures'

type Parts = Answer['current']['overall']

/** Parts of which something is known: what is not counts for nothing in a sum with others. */
const knownIn = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null))

/**
 * The parts of some centres together, which are those that the whole is asked for: a centre of which nothing
 * is known, such as a station without trades, adds nothing, and where nothing is known of any the sum is
 * unknown.
 */
export function rollUp(measures: readonly Measure[], all: readonly Parts[]): Parts {
  const merged = measures.map(measure => mergeParts(measure, all.map(knownIn), 'members'))
  const sum = Object.assign({}, ...merged) as Parts
  return Object.fromEntries(
    Object.entries(sum).map(([key, value]) => [
      key,
      all.every(parts => (parts[key] ?? null) === null) ? null : value,
    ]),
  )
}
