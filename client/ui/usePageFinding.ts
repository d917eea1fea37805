import type { ComputedRef } from 'vue'
import type { Answer, MeasureId } from '#measures'
import type { Loaded } from '../data/useServerQuery.ts'
import type { Say } from './figureWords.ts'
import type { Said } from './pageFindings.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useGoals } from '../data/useGoals.ts'
import { changesTold, goalsMissed } from './pageFindings.ts'
import { usePrinting } from './usePrinting.ts'

interface PageFinding {
  said: ComputedRef<Said[]>
  ready: ComputedRef<boolean>
}

const isRead = ({ value, error }: Loaded<unknown>): boolean => value.value !== null || error.value !== null

/**
 * The main finding in the headline figures of a page: significant problems, then missed goals; otherwise the
 * most notable change.
 */
export function usePageFinding(
  cards: Loaded<Answer>,
  ids: () => readonly MeasureId[],
  first: { loaded: readonly Loaded<unknown>[]; find: (say: Say) => Said[] } = { loaded: [], find: () => [] },
): PageFinding {
  const { t } = useI18n()
  const printing = usePrinting()
  const goals = useGoals(() => cards.value.value)
  return {
    said: computed(() => {
      const [answer, say] = [cards.value.value, { t, ...printing }]
      const worse = answer
        ? [...first.find(say), ...goalsMissed(answer, goals.value.value ?? [], say)]
        : first.find(say)
      return worse.length > 0 || !answer ? worse : changesTold(ids(), answer, say)
    }),
    ready: computed(
      () => isRead(cards) && (cards.error.value !== null || isRead(goals)) && first.loaded.every(isRead),
    ),
  }
}
