import type { Outputs } from '../data/trpc.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'

/** The windows of the centre that the viewer may see, with their names. */
export function useWindowNames(): Loaded<Outputs['centres']['members']> {
  const centre = useCentre()
  return useServerQuery(
    'centres.members.window',
    () => centre.code,
    async (of, signal) => trpc.centres.members.query({ centres: [of], dimension: 'window' }, { signal }),
  )
}
