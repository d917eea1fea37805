import type { Language } from '#measures'
import { createI18n } from 'vue-i18n'
import { zh } from './zh.ts'

interface Blanks { named: (name: string) => unknown }
type Filled = (blanks: Blanks) => string
type Words = typeof zh & typeof import('./zhDesks.ts').zhDesks

/**
 * Every sentence under its whole name ("panel.close"), as a function that fills its {blanks}: so that neither a compiler of messages nor a walker of
 * their tree has to be shipped.
 */
function fillable(words: object, under = ''): Record<string, Filled> {
  return Object.fromEntries(Object.entries(words).flatMap(([key, value]): [string, Filled][] => typeof value === 'string'
    ? [[`${under}${key}`, ({ named }) => value.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(named(name) ?? ''))]]
    : Object.entries(fillable(value as object, `${under}${key}.`))))
}

/** Chinese first; English one click away. */
export const i18n = createI18n<[Words], Language, false>({ legacy: false, locale: 'zh', fallbackLocale: 'zh', messages: { zh: fillable(zh) } as unknown as Record<Language, Words> })

// Every key of the Chinese words stands in the English ones (tests/house.test.ts).
type File = 'en' | `${Language} of desks`
const files: Record<File, () => Promise<object>> = {
  'zh of desks': async () => (await import('./zhDesks.ts')).zhDesks,
  'en': async () => (await import('./en.ts')).en,
  'en of desks': async () => (await import('./enDesks.ts')).enDesks,
}
const brought = new Map<File, Promise<void>>()
/** Whether a page of the desks has been opened: from then on a change of language brings their words too. */
let desksOpen = false

async function fetchWords(file: File, language: Language): Promise<void> {
  i18n.global.mergeLocaleMessage(language, fillable(await files[file]()))
}

/** Each file once; one that could not be fetched is tried again when it is next wanted. */
async function bring(file: File, language: Language): Promise<void> {
  const coming = brought.get(file) ?? fetchWords(file, language)
  brought.set(file, coming)
  await coming.catch((error: unknown) => {
    brought.delete(file)
    throw error
  })
}

/** Brings the words of a language, once: whoever reads Chinese need not fetch the English ones. */
export async function loadWords(language: Language): Promise<void> {
  await Promise.all([language === 'en' ? bring('en', language) : null, desksOpen ? bring(`${language} of desks`, language) : null])
}

/** Brings the words of all pages but the overview, in the language that is shown. */
export async function loadDeskWords(): Promise<void> {
  desksOpen = true
  await loadWords(i18n.global.locale.value)
}

/** A page or part that speaks with the words of the desks: it is ready when they are. */
export function withDeskWords<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([load(), loadDeskWords()]))[0]
}
