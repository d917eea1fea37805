import type { ShallowRef } from 'vue'
import type { Answer, Filter } from '#measures'
import type { Outputs } from '../data/trpc.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import type { LateSplit } from './lateCauses.ts'
import { shallowRef } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useAnswer } from '../data/useAnswer.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'
import { useMe } from '../stores/me.ts'
import { useGranularity } from '../ui/useGranularity.ts'

/** The late cases of a window: split in each way, beside the whole hall, and one by one. */
export interface Late {
  split: ShallowRef<LateSplit>
  of: Record<LateSplit, Loaded<Answer>>
  /** The hall in the split that is shown. Who sees a part of the hall may not split the rest of it. */
  hall: Loaded<Answer>
  cases: Loaded<Outputs['measures']['late']>
  /** How many cases are listed. */
  listed: ShallowRef<number>
}

const asked = ['overdueCompletions', 'casesCompleted'] as const

/** Everything that the panel on late cases shows. */
export function useLate(only: () => Filter[]): Late {
  const me = useMe()
  const centre = useCentre()
  const filters = useFilters()
  const granularity = useGranularity()
  const split = shallowRef<LateSplit>('item')
  const listed = shallowRef(5)
  const by = (dimension: LateSplit): Loaded<Answer> =>
    useAnswer(() => ({
      measures: [...asked, ...(dimension === 'item' ? (['onTimeRate'] as const) : [])],
      groupBy: [dimension],
      comparison: 'none',
      only: only(),
      // Since when, is said of items alone.
      ...(dimension === 'item' && { granularity: granularity.value }),
    }))
  return {
    split,
    listed,
    of: { item: by('item'), channel: by('channel'), weekday: by('weekday'), hour: by('hour') },
    hall: useAnswer(() =>
      me.seesWholeHall ? { measures: asked, groupBy: [split.value], comparison: 'none', hall: true } : null,
    ),
    cases: useServerQuery(
      'measures.late',
      () =>
        centre.code && me.may('rows.read')
          ? { centre: centre.code, period: filters.period, filters: only(), limit: listed.value }
          : null,
      async (input, signal) => trpc.measures.late.query(input, { signal }),
    ),
  }
}
