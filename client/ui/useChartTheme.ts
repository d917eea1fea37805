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
    // Both change what the tokens resolve to, so both are dependencies of this value.
    const styles = preferences.theme && motion.value && getComputedStyle(document.documentElement)
    return themeFrom(token => (styles ? styles.getPropertyValue(token) : ''))
  })
}
