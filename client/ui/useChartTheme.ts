import type { ComputedRef } from 'vue'
import type { ChartTheme } from '../charts/theme.ts'
import { usePreferredReducedMotion } from '@vueuse/core'
import { computed } from 'vue'
import { themeFrom } from '../charts/theme.ts'
import { usePreferences } from '../stores/preferences.ts'

/** The chart theme of the page's present colours and of the reader's preference about motion. */
export function useChartTheme(): ComputedRef<ChartTheme> {
  const preferences = usePreferences()
  const motion = usePreferredReducedMotion()
  return computed(() => {
    // Each of them changes the values of the CSS tokens, so they are dependencies of this value.
    const styles =
      [preferences.language, preferences.theme, preferences.contrast, motion.value].every(Boolean) &&
      getComputedStyle(document.documentElement)
    return themeFrom(token => (styles ? styles.getPropertyValue(token) : ''))
  })
}
