import type { Outputs } from './trpc.ts'
import type { Loaded } from './useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** Reads which units of the centre have reported, and until when. */
export function useFreshness(wanted: () => boolean = () => true): Loaded<Outputs['centres']['freshness']> {
  const centre = useCentre()
  return useServerQuery(
    'centres.freshness',
    () => (wanted() && centre.code ? { centre: centre.code } : null),
    async (input, signal) => trpc.centres.freshness.query(input, { signal }),
  )
}
