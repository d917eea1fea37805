import type { Language } from './format.ts'

/**
 * Joins names to a list. Where a name contains the usual separator, a stronger one is used, so that the names
 * remain distinct.
 */
export function listWords(names: readonly string[], language: Language): string {
  const [usual, strong] = language === 'zh' ? ['、', '；'] : [', ', '; ']
  return names.join(names.some(name => name.includes(usual)) ? strong : usual)
}
