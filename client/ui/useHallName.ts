import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFilters } from '../stores/filters.ts'
import { useMe } from '../stores/me.ts'

/**
 * What windows are compared with: the whole hall, what the page is limited to, or all that somebody may
 * see of the hall.
 */
export function useHallName(): ComputedRef<string> {
  const { t } = useI18n()
  const filters = useFilters()
  const me = useMe()
  return computed(() => {
    if (me.me?.limited) return t('panel.own')
    return t(filters.members.some(one => one.dimension !== 'window') ? 'panel.chosen' : 'panel.hall')
  })
}
