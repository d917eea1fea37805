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

/** The late cases of a window: by each split, compared with the hall, and as a list. */
export interface Late {
  split: ShallowRef<LateSplit>
  of: Record<LateSplit, Loaded<Answer>>
  /** The hall in the shown split; not read for viewers of a part of the hall, who may not see the rest. */
  hall: Loaded<Answer>
  cases: Loaded<Outputs['measures']['late']>
  /** The number of listed cases. */
  listed: ShallowRef<number>
}

const asked = ['overdueCompletions', 'casesCompleted'] as const

/** Reads everything that the panel of late cases shows. */
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
      // The time since when is shown only for items.
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
