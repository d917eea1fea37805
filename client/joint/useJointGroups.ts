import type { Outputs } from '../data/trpc.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'

/** Reads the joint affairs of the page's period, those that saved most first. */
export function useJointGroups(): Loaded<Outputs['measures']['joint']> {
  const centre = useCentre()
  const filters = useFilters()
  return useServerQuery(
    'measures.joint',
    () =>
      centre.code
        ? {
            centre: centre.code,
            period: filters.period,
            filters: filters.members.map(({ dimension, code }) => ({ dimension, in: [code] })),
          }
        : null,
    async (input, signal) => trpc.measures.joint.query(input, { signal }),
  )
}
