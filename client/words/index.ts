import { createI18n } from 'vue-i18n'
import { en } from './en.ts'
import { zh } from './zh.ts'

interface Blanks { named: (name: string) => unknown }

/** Sentences with {blanks} become functions that fill them, so that no compiler of messages has to be shipped. */
function fillable<T extends object>(words: T): T {
  const filled = (sentence: unknown): unknown => typeof sentence === 'string'
    ? ({ named }: Blanks) => sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(named(name) ?? ''))
    : fillable(sentence as object)
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, filled(value)])) as T
}

/** Chinese first; English one click away. */
export const i18n = createI18n({ legacy: false, locale: 'zh', fallbackLocale: 'zh', messages: { zh: fillable(zh), en: fillable(en) } })
