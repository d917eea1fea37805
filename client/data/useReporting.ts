import type { Outputs } from './trpc.ts'
import type { Loaded } from './useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** What was to be reported by hand, and what has come; another `round` reads it once more. */
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
