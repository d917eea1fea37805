import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { usePreferences } from '../stores/preferences.ts'

/** One line on what was to be reported by hand and has not come; empty while it is not known. */
export function useReportsLine(): { line: ComputedRef<string> } {
  const { t } = useI18n()
  const centre = useCentre()
  const preferences = usePreferences()
  const { value } = useServerQuery(
    'reporting.standing',
    () => (centre.code ? { centre: centre.code, round: 0 } : null),
    async (input, signal) => trpc.reporting.standing.query({ centre: input.centre }, { signal }),
  )
  const line = computed(() => {
    const due = (value.value?.standings ?? []).flatMap(one => (one.due ? [{ ...one, due: one.due }] : []))
    const count = due.reduce((total, one) => total + one.due.missing.length, 0)
    const [most] = due.toSorted((a, b) => b.due.missing.length - a.due.missing.length)
    if (!most) return ''
    if (count === 0) return t('freshness.byHandAllIn')
    return t('freshness.byHand', { count, what: most.names[preferences.language] })
  })
  return { line }
}
