import type { Outputs } from './trpc.ts'
import type { Loaded } from './useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** What the signals find in the ledger of the page's period. */
export function useSignals(wanted: () => boolean = () => true): Loaded<Outputs['trading']['signals']> {
  const centre = useCentre()
  const filters = useFilters()
  return useServerQuery(
    'trading.signals',
    () => (wanted() && centre.code ? { centre: centre.code, period: filters.period } : null),
    async (input, signal) => trpc.trading.signals.query(input, { signal }),
  )
}
