import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useReporting } from '../data/useReporting.ts'
import { usePreferences } from '../stores/preferences.ts'

/** One line about overdue reports by hand, and how many are missing; empty and zero while unknown. */
export function useReportsLine(): { line: ComputedRef<string>; missing: ComputedRef<number> } {
  const { t } = useI18n()
  const preferences = usePreferences()
  const { value } = useReporting()
  const due = computed(() => (value.value?.standings ?? []).filter(standing => standing.due))
  const missing = computed(() => due.value.reduce((total, report) => total + report.unreported.length, 0))
  const line = computed(() => {
    const [most] = due.value.toSorted((a, b) => b.unreported.length - a.unreported.length)
    if (!most) return ''
    if (missing.value === 0) return t('freshness.byHandAllIn')
    return t('freshness.byHand', { count: missing.value, what: most.names[preferences.language] })
  })
  return { line, missing }
}
