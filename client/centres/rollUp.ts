import type { Answer, Measure } from '#measures'
import { mergeParts } from '#measures'

type Parts = Answer['current']['overall']

/** The known parts of a centre, without null values. */
const knownIn = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null))

/**
 * The sum of the parts of some centres, computed as the server computes the whole. Unknown parts are ignored;
 * the sum is unknown where the part is unknown for every centre.
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
