import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useReporting } from '../data/useReporting.ts'
import { usePreferences } from '../stores/preferences.ts'

/** One line about overdue reports by hand; empty while unknown. */
export function useReportsLine(): { line: ComputedRef<string> } {
  const { t } = useI18n()
  const preferences = usePreferences()
  const { value } = useReporting()
  const line = computed(() => {
    const due = (value.value?.standings ?? []).filter(standing => standing.due)
    const count = due.reduce((total, one) => total + one.unreported.length, 0)
    const [most] = due.toSorted((a, b) => b.unreported.length - a.unreported.length)
    if (!most) return ''
    if (count === 0) return t('freshness.byHandAllIn')
    return t('freshness.byHand', { count, what: most.names[preferences.language] })
  })
  return { line }
}
