import type { ComputedRef } from 'vue'
import type { Said } from '../ui/pageFindings.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useMe } from '../stores/me.ts'

/** How many drafts of a stage are counted at most; more are as much of a backlog. */
const counted = 50

/**
 * What waits for somebody in the office: instructions past their day, drafts to sign, drafts to mend,
 * signals that nobody has taken.
 */
export function useBriefingsWaiting(centre: () => string | null): {
  said: ComputedRef<Said[]>
  ready: ComputedRef<boolean>
} {
  const { t } = useI18n()
  const me = useMe()
  const asked = () => {
    const code = centre()
    return code === null ? null : { centre: code }
  }
  const drafts = (review: 'submitted' | 'returned') =>
    useServerQuery(
      'briefings.list',
      () => {
        const of = asked()
        return of && { ...of, review, limit: counted }
      },
      async (input, signal) => trpc.briefings.list.query(input, { signal }),
    )
  const [submitted, returned] = [drafts('submitted'), drafts('returned')]
  const tasks = useServerQuery('remarks.tasks', asked, async (input, signal) =>
    trpc.remarks.tasks.query(input, { signal }),
  )
  const signals = useServerQuery('signals.list', asked, async (input, signal) =>
    trpc.signals.list.query(input, { signal }),
  )
  const said = computed((): Said[] => {
    const overdue = tasks.value.value?.filter(({ isOverdue }) => isOverdue).length ?? 0
    const unowned = signals.value.value?.filter(({ state }) => state === 'open').length ?? 0
    const [toSign, toMend] = [submitted, returned].map(({ value }) => value.value?.length ?? 0)
    const parts = [
      overdue > 0 && { text: t('briefing.waiting.tasks', { count: overdue }), fault: t('signing.overdue') },
      toSign && {
        text: t(`briefing.waiting.${me.may('briefings.freeze') ? 'toSign' : 'submitted'}`, { count: toSign }),
      },
      toMend && { text: t('briefing.waiting.returned', { count: toMend }) },
      unowned > 0 && {
        text: t('briefing.waiting.signals', { count: unowned }),
        fault: t('briefing.waiting.unowned'),
      },
    ].filter(part => typeof part === 'object')
    return parts.length > 0 ? parts : [{ text: t('briefing.waiting.none') }]
  })
  const ready = computed(() =>
    [submitted, returned, tasks, signals].every(
      ({ value, error }) => value.value !== null || error.value !== null,
    ),
  )
  return { said, ready }
}
