import type { Say } from './figureWords.ts'
import { listWords } from '#measures'

const namedMost = 3

/** The first of some names, and the number of further ones. */
export function listed(names: readonly string[], { t, language }: Say): string {
  const shown = listWords(names.slice(0, namedMost), language)
  return names.length > namedMost
    ? t('attention.andMore', { names: shown, count: names.length - namedMost })
    : shown
}
