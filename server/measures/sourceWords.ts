import type { Language } from './format.ts'

/**
 * The source of a definition as it is cited in a language: 行政许可法第42、82条, where the definition's
 * file has 行政许可法 art. 42, 82.
 */
export function sourceWords(source: string, language: Language): string {
  if (language === 'en') return source
  return source.replaceAll(
    / art\. (\d+(?:, \d+)*)/g,
    (_, articles: string) => `第${articles.replaceAll(', ', '、')}条`,
  )
}
