import type { Language } from '#measures'
import { createI18n } from 'vue-i18n'
import { zh } from './zh.ts'

type Words = typeof zh & typeof import('./zhBelow.ts').zhBelow & typeof import('./zhPages.ts').zhPages

/** What the library gives to a message: the values of its blanks. */
interface MessageContext {
  named: (name: string) => unknown
}
type Message = (context: MessageContext) => string

/**
 * Fills the {blanks} of a sentence. Of two forms, separated by " | ", `count` or `n` chooses, as a number or as
 * one that is printed already.
 */
function messageOf(sentence: string): Message {
  const [one = '', many = one] = sentence.split(' | ')
  return ({ named }) =>
    (String(named('count') ?? named('n')) === '1' ? one : many).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      String(named(name) ?? ''),
    )
}

/**
 * Sentences under their whole names ("panel.close"), as functions. The library's compiler of messages would bring the same with
 * 8 kB more on the first screen.
 */
function messagesOf(words: object, prefix = ''): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]): [string, Message][] =>
      typeof value === 'string'
        ? [[`${prefix}${key}`, messageOf(value)]]
        : Object.entries(messagesOf(value as object, `${prefix}${key}.`)),
    ),
  )
}

/**
 * The words of the product; Chinese is the default and the fallback. An English sentence may have two forms,
 * "{count} case | {count} cases": the number `count` (or `n`) chooses.
 */
export const i18n = createI18n<[Words], Language, false>({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh: messagesOf(zh) } as unknown as Record<Language, Words>,
})

type WordFile = 'en' | 'zh below' | `${Language} pages`
const files: Record<WordFile, () => Promise<object>> = {
  'zh pages': async () => (await import('./zhPages.ts')).zhPages,
  'zh below': async () => (await import('./zhBelow.ts')).zhBelow,
  'en': async () => (await import('./en.ts')).en,
  'en pages': async () => (await import('./enPages.ts')).enPages,
}
const loading = new Map<WordFile, Promise<void>>()
/** True once a page other than the overview was opened: from then on a change of language loads their words too. */
let usesPageWords = false

async function fetchWords(file: WordFile, language: Language): Promise<void> {
  i18n.global.mergeLocaleMessage(language, messagesOf(await files[file]()))
}

/** Loads a file once. One that could not be fetched is fetched again when it is next needed. */
async function loadFile(file: WordFile, language: Language): Promise<void> {
  const promise = loading.get(file) ?? fetchWords(file, language)
  loading.set(file, promise)
  await promise.catch((error: unknown) => {
    loading.delete(file)
    throw error
  })
}

/** Loads the words of a language, once: readers of Chinese need not fetch the English ones. */
export async function loadWords(language: Language): Promise<void> {
  await Promise.all([
    language === 'en' ? loadFile('en', language) : null,
    usesPageWords ? loadFile(`${language} pages`, language) : null,
  ])
}

/**
 * Loads the words of what stands further down on the overview. Chinese is the language that words fall back
 * to, and the English ones come in one file.
 */
export async function loadBelowWords(): Promise<void> {
  await loadFile('zh below', 'zh')
}

/** Loads the words of all pages but the overview, in the language on screen. */
export async function loadPageWords(): Promise<void> {
  usesPageWords = true
  await Promise.all([loadBelowWords(), loadWords(i18n.global.locale.value)])
}

/** Loads a part together with the words of what comes after the first screen. */
export function withBelowWords<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([load(), loadBelowWords()]))[0]
}

/** Loads a page or part together with the words of the pages, which it uses. */
export function withPageWords<T>(load: () => Promise<T>): () => Promise<T> {
  return async () => (await Promise.all([load(), loadPageWords()]))[0]
}
