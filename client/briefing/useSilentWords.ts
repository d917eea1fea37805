import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** Words for a number that is left out although nothing is missing, in the language of the page. */
export function useSilentWords(): ComputedRef<{ nobody: string; other: string }> {
  const { t } = useI18n()
  return computed(() => ({ nobody: t('briefing.silentNobody'), other: t('briefing.silentWhy') }))
}
