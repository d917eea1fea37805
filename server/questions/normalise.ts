/** Punctuation that no name reaches across; signs that mean something in a question are not of it. */
const barriers = /(?![%.\-/:、])\p{P}+/gu

/** The stem of an English word: its singular, so that "windows" equals "window". */
function stemOf(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.endsWith('s') ? word.slice(0, -1) : word
}

/** A text in normalised form: half width, lower case, single blanks, English singulars. */
export function normalise(text: string): string {
  // Most names are Chinese characters alone: nothing of them changes but 的.
  if (/^[\u4E00-\u9FFF]+$/.test(text)) return text.replaceAll('的', '')
  return text
    .replace(/(?<![\d,])\d{1,3}(?:,\d{3})+(?![\d,年-])/g, number => number.replaceAll(',', ''))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=[\p{Script=Han}\d])\s*(?:—+|–+|~+|～+)\s*(?=[\p{Script=Han}\d])/gu, '至')
    .replace(/(?<=[日月号年度])\s*-\s*(?=\d)/g, '至')
    .replace(/['’]s\b/g, '')
    .replace(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
    .replace(barriers, ' | ')
    .replace(/(?<![\p{L}\d])[.\-/]+|[.\-/]+(?![\p{L}\d])|(?<!\d):|:(?!\d)/gu, ' ')
    .replace(/的/g, '')
    .replace(/(?<!\p{L})[a-z]+(?!\p{L}|-)|[a-z]+/gu, stemOf)
    .replace(/\s+/g, ' ')
    .replace(/(?: ?\| ?)+/g, '|')
    .replace(/^\||\|$/g, '')
    .trim()
}

export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

const digits = '零一二三四五六七八九'
const englishNumbers = 'zero one two three four five six seven eight nine ten'.split(' ')

function digitOf(character: string): number | null {
  const digit = digits.indexOf(character.replace('〇', '零').replace('两', '二'))
  return character.length === 1 && digit >= 0 ? digit : null
}

/** Parses a whole number in digits, or in Chinese below a hundred; null for any other text. */
export function wholeNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text)
  const english = englishNumbers.indexOf(text)
  if (english >= 0) return english
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(text)
  if (tens) return (digitOf(tens[1] ?? '一') ?? 1) * 10 + (digitOf(tens[2] ?? '零') ?? 0)
  return digitOf(text)
}

const ones = '一二三四五六七八九'

/** How a number is written in a question, in digits or in words, as a part of a pattern. */
export const numberPattern = String.raw`(?:\d+|[${ones}]?十[${ones}]?|[〇零两${ones}])`
