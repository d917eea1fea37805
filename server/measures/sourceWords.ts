import type { Language } from './format.ts'

/** The laws that definitions cite, by their English names. */
const laws: Record<string, string> = {
  行政许可法: 'Administrative Licensing Law',
  招标投标法: 'Bidding Law',
  招标投标法实施条例: 'Regulation Implementing the Bidding Law',
  政府采购法: 'Government Procurement Law',
}

/** An article of a law: 行政许可法 art. 42, 82. */
const article = /^(\S+) art\. (\d+(?:, \d+)*)$/
/** A definition of the product itself, by its number in docs/domain.md: 政务服务办件统计口径 A13. */
const ownDefinition = /^\S*统计口径(?: (.+))?$/

const own = {
  zh: { name: '本系统口径', of: (number: string) => `本系统口径 ${number}` },
  en: { name: 'definition of this product', of: (number: string) => `definition ${number} of this product` },
}

function oneSource(source: string, language: Language): string {
  const [, law, articles] = article.exec(source) ?? []
  if (law !== undefined && articles !== undefined)
    return language === 'zh'
      ? `《${law}》第${articles.replaceAll(', ', '、')}条`
      : `${laws[law] ?? law}, art. ${articles}`
  const definition = ownDefinition.exec(source)
  if (!definition) return source
  const number = definition[1]
  return number === undefined ? own[language].name : own[language].of(number)
}

/**
 * The source of a definition as it is cited in a language, where the definition's file has
 * 行政许可法 art. 42, 82; 政务服务办件统计口径 A11: 《行政许可法》第42、82条；本系统口径 A11. What the product
 * defined itself is never cited as if it were a norm.
 */
export function sourceWords(source: string, language: Language): string {
  return source
    .split(/\s*[;；]\s*/)
    .map(one => oneSource(one, language))
    .join(language === 'zh' ? '；' : '; ')
}
