import type { Language } from '#measures'
import { defineStore } from 'pinia'
import { computed, watchEffect } from 'vue'
import { i18n, loadWords } from '../words/index.ts'
import { usePreferredDark, useStorage } from './browser.ts'

/** Language and theme of this browser. */
export const usePreferences = defineStore('preferences', () => {
  const language = useStorage<Language>('language', 'zh', ['zh', 'en'])
  const chosenTheme = useStorage<'system' | 'light' | 'dark'>('theme', 'system', ['system', 'light', 'dark'])
  const prefersDark = usePreferredDark()
  const theme = computed(() => chosenTheme.value === 'system' ? (prefersDark.value ? 'dark' : 'light') : chosenTheme.value)
  watchEffect(() => {
    document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset.theme = theme.value
    i18n.global.locale.value = language.value
  })
  return {
    language,
    theme,
    switchLanguage: async (): Promise<void> => {
      const next = language.value === 'zh' ? 'en' : 'zh'
      // Words that cannot be fetched leave the Chinese ones, which are here.
      await loadWords(next).catch(() => undefined)
      language.value = next
    },
    switchTheme: () => { chosenTheme.value = theme.value === 'dark' ? 'light' : 'dark' },
  }
})
