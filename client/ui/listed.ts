import type { Say } from './figureWords.ts'

const namedMost = 3

/** The first of some names, and the number of further ones. */
export function listed(names: readonly string[], { t, language }: Say): string {
  const shown = names.slice(0, namedMost).join(language === 'zh' ? '、' : ', ')
  return names.length > namedMost
    ? t('attention.andMore', { names: shown, count: names.length - namedMost })
    : shown
}
