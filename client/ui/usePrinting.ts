import type { Printing } from '#measures'
import { computed, reactive } from 'vue'
import { useCentre } from '../stores/centre.ts'
import { usePreferences } from '../stores/preferences.ts'

/** How values are printed on this page: the chosen language, and the currency of the shown centre. */
export function usePrinting(): Printing {
  const preferences = usePreferences()
  const centre = useCentre()
  return reactive({
    language: computed(() => preferences.language),
    currency: computed(() => centre.shown?.currency ?? ''),
  })
}
