import type { Language } from '#measures'
import { useLocalStorage, useMediaQuery, usePreferredContrast, usePreferredDark } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, watchEffect } from 'vue'
import { i18n, loadWords } from '../words/index.ts'

/** A serializer for one of some values in local storage; any other stored value counts as the first. */
function oneOf<T extends string>(values: readonly [T, ...T[]]) {
  return {
    serializer: {
      read: (stored: string): T => values.find(value => value === stored) ?? values[0],
      write: (value: T): string => value,
    },
    writeDefaults: false,
  }
}

/** The language and look of this browser. */
export const usePreferences = defineStore('preferences', () => {
  const language = useLocalStorage<Language>('language', 'zh', oneOf(['zh', 'en']))
  const chosenTheme = useLocalStorage('theme', 'system', oneOf(['system', 'light', 'dark']))
  const prefersDark = usePreferredDark()
  /** Colours that the system forces put every page on the system's own ground, whichever theme was chosen. */
  const hasForcedColours = useMediaQuery('(forced-colors: active)')
  const theme = computed(() =>
    chosenTheme.value === 'system' || hasForcedColours.value
      ? prefersDark.value
        ? 'dark'
        : 'light'
      : chosenTheme.value,
  )
  const chosenContrast = useLocalStorage('contrast', 'system', oneOf(['system', 'more']))
  const preferredContrast = usePreferredContrast()
  const text = useLocalStorage('text', 'normal', oneOf(['normal', 'large']))
  watchEffect(() => {
    const { dataset } = document.documentElement
    dataset.contrast = chosenContrast.value === 'more' ? 'more' : preferredContrast.value
    dataset.text = text.value
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset.theme = theme.value
    i18n.global.locale.value = language.value
  })
  async function switchLanguage(): Promise<void> {
    const next = language.value === 'zh' ? 'en' : 'zh'
    // If the texts cannot be loaded, the Chinese ones stay, which are always loaded.
    await loadWords(next).catch(() => undefined)
    language.value = next
  }
  function switchTheme(): void {
    chosenTheme.value = theme.value === 'dark' ? 'light' : 'dark'
  }
  return { language, theme, contrast: chosenContrast, text, switchLanguage, switchTheme }
})
