import type { Language } from '#measures'
import { createI18n } from 'vue-i18n'
import { zh } from './zh.ts'

interface Blanks { named: (name: string) => unknown }

/** Sentences with {blanks} become functions that fill them, so that no compiler of messages has to be shipped. */
function fillable<T extends object>(words: T): T {
  const filled = (sentence: unknown): unknown => typeof sentence === 'string'
    ? ({ named }: Blanks) => sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(named(name) ?? ''))
    : fillable(sentence as object)
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, filled(value)])) as T
}

type Words = ReturnType<typeof fillable<typeof zh>>

/** Chinese first; English one click away. */
export const i18n = createI18n<[Words], Language, false>({ legacy: false, locale: 'zh', fallbackLocale: 'zh', messages: { zh: fillable(zh) } as Record<Language, Words> })

/** Brings the words of a language, once: whoever reads Chinese need not fetch the English ones. */
export async function loadWords(language: Language): Promise<void> {
  if (language !== 'en' || i18n.global.availableLocales.includes('en'))
    return
  const { en } = await import('./en.ts')
  // Every key of the Chinese words stands in the English ones (tests/house.test.ts).
  i18n.global.setLocaleMessage('en', fillable(en))
}
