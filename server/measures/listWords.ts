import type { Language } from './format.ts'

/**
 * Names in a row. Where one of them holds the usual separator itself, a stronger one stands between them,
 * so that nobody takes one name for two.
 */
export function listWords(names: readonly string[], language: Language): string {
  const [usual, strong] = language === 'zh' ? ['、', '；'] : [', ', '; ']
  return names.join(names.some(name => name.includes(usual)) ? strong : usual)
}
