import type { Language, Reading, Readings } from '#measures'
import { causeWords } from '#measures'

/** Why a number says nothing, or what it lacks; empty where nothing is missing. */
export function whyNotOf({ whyNot, to }: Reading, language: Language): string {
  return whyNot ? causeWords(whyNot, language, to.slice(0, 4)) : ''
}

/** How many numbers of a text are not printed, and the reasons, each once. */
export function omittedIn({ figures }: Readings, language: Language): { count: number; why: string[] } {
  const silent = Object.values(figures).filter(one => one.text === '' && one.whyNot)
  return { count: silent.length, why: [...new Set(silent.map(one => whyNotOf(one, language)))] }
}
