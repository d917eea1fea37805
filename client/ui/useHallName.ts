import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFilters } from '../stores/filters.ts'
import { useMe } from '../stores/me.ts'

/**
 * The name of what windows are compared with: the whole hall, the page's filter, or the part of the hall that
 * the viewer may see.
 */
export function useHallName(): ComputedRef<string> {
  const { t } = useI18n()
  const filters = useFilters()
  const me = useMe()
  return computed(() => {
    if (me.me?.limited) return t('panel.own')
    return t(filters.members.some(member => member.dimension !== 'window') ? 'panel.chosen' : 'panel.hall')
  })
}
