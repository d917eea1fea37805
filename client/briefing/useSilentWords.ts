import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

/** Texts in the language of the page for numbers that are omitted although no data are missing. */
export function useSilentWords(): ComputedRef<{ nobody: string; other: string }> {
  const { t } = useI18n()
  return computed(() => ({ nobody: t('briefing.silentNobody'), other: t('briefing.silentWhy') }))
}
