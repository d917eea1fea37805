import type { Language } from './format.ts'
import { dateWords, monthName } from './coverageWords.ts'

/** Formats the key of a time in an answer: 2026年3月 for 2026-03. */
export function timeName(key: string, language: Language): string {
  const zh = language === 'zh'
  const [year = '', part = ''] = key.split('-')
  const number = Number(part.replace(/^\D/, ''))
  if (/^\d{4}-\d{2}-\d{2}$/.test(key)) return dateWords(key, language, '')
  switch (part.charAt(0)) {
    case '':
      return zh ? `${year}年` : year
    case 'Q':
      return zh ? `${year}年${'一二三四'.charAt(number - 1)}季度` : `Q${number} ${year}`
    case 'H':
      return zh ? `${year}年${number === 1 ? '上' : '下'}半年` : `H${number} ${year}`
    case 'W':
      return zh ? `${year}年第${number}周` : `week ${number} of ${year}`
    default:
      return zh ? `${year}年${number}月` : `${monthName(number)} ${year}`
  }
}
