import type { ComputedRef } from 'vue'
import type { NoData } from './noData.ts'
import { computed } from 'vue'
import { unpackAnswer } from '#measures'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { daysFrom, dayWithFigures } from './dayWithFigures.ts'

/** The nearest day on which the missing figures have a value; null until one is found. */
export function useNearestDay(why: () => NoData): ComputedRef<string | null> {
  const { value, stale } = useServerQuery(
    'measures.ask',
    () => {
      const { day, answer, measures } = why()
      return day === null ? null : daysFrom(day, answer, measures)
    },
    async (input, signal) => unpackAnswer(await trpc.measures.ask.query(input, { signal })),
  )
  return computed(() => {
    const { day, measures } = why()
    return value.value && !stale.value && day !== null ? dayWithFigures(value.value, measures, day) : null
  })
}
