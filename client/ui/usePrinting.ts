import type { Printing } from '#measures'
import { computed, reactive } from 'vue'
import { useCentre } from '../stores/centre.ts'
import { usePreferences } from '../stores/preferences.ts'

/**
 * How values are printed on this page: in the chosen language, and money in the currency of the centre
 * that is shown.
 */
export function usePrinting(): Printing {
  const preferences = usePreferences()
  const centre = useCentre()
  return reactive({
    language: computed(() => preferences.language),
    currency: computed(() => centre.shown?.currency ?? ''),
  })
}
