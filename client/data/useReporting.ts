import type { Outputs } from './trpc.ts'
import type { Loaded } from './useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** Reads what had to be reported by hand and what was, and again when `round` changes. */
export function useReporting(
  wanted: () => boolean = () => true,
  round: () => number = () => 0,
): Loaded<Outputs['reporting']['standing']> {
  const centre = useCentre()
  return useServerQuery(
    'reporting.standing',
    () => (wanted() && centre.code ? { centre: centre.code, round: round() } : null),
    async (input, signal) => trpc.reporting.standing.query({ centre: input.centre }, { signal }),
  )
}
