import type { ComputedRef } from 'vue'
import type { ChartTheme } from '../charts/theme.ts'
import { computed } from 'vue'
import { themeFrom } from '../charts/theme.ts'
import { usePreferences } from '../stores/preferences.ts'

/** The chart theme of the page's present colours. */
export function useChartTheme(): ComputedRef<ChartTheme> {
  const preferences = usePreferences()
  return computed(() => {
    // Named so that a change of theme reads the tokens again.
    const styles = preferences.theme && getComputedStyle(document.documentElement)
    return themeFrom(token => styles ? styles.getPropertyValue(token) : '')
  })
}
