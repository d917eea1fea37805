/**
 * A placeholder for an unknown value, removed later with the text around it. A private-use character, so that
 * no text contains it.
 */
export const gap = '\uE0FF'

const clauseEnds = '，、；：。！？,;:（）()'
const sentenceEnds = '。！？'
const joins = '，、；,;'
/** Words of comparison that a template has before a change. */
const comparedWith = /(?:同比|环比|[比较与](?:上年|去年)同期(?:相比)?|[比较与]上期(?:相比)?)$/

/**
 * The start of the text to remove before a placeholder: the whole clause, or where that has another number,
 * only the words of comparison.
 */
function startOf(text: string, place: number): number {
  let start = place
  while (start > 0 && !clauseEnds.includes(text.charAt(start - 1))) start--
  const clause = text.slice(start, place)
  if (!/\d/.test(clause)) return start
  return place - (comparedWith.exec(clause)?.[0].length ?? 0)
}

const isOneOf = (marks: string, mark: string): boolean => mark !== '' && marks.includes(mark)

/**
 * The range of characters to remove with a placeholder: its leading words, and one adjacent punctuation mark.
 */
function rangeOf(text: string, place: number): [from: number, to: number] {
  const next = text.charAt(place + 1)
  // Words after the placeholder keep its clause, so that only the placeholder is removed.
  const from = next === '' || clauseEnds.includes(next) ? startOf(text, place) : place
  const before = text.charAt(from - 1)
  if ((before === '（' && next === '）') || (before === '(' && next === ')')) return [from - 1, place + 2]
  const isFirst = from === 0 || isOneOf(clauseEnds, before)
  if (isFirst && isOneOf(joins, next)) return [from, place + 2]
  if (isOneOf(joins, before)) return [from - 1, place + 1]
  const isAlone = from === 0 || isOneOf(sentenceEnds, before)
  return [from, isAlone && isOneOf(sentenceEnds, next) ? place + 2 : place + 1]
}

/** The indexes of the characters that remain after all placeholders are removed. */
function kept(text: string): number[] {
  let places = Array.from(text, (_, place) => place)
  let left = text
  for (let place = left.indexOf(gap); place >= 0; place = left.indexOf(gap)) {
    const [from, to] = rangeOf(left, place)
    left = left.slice(0, from) + left.slice(to)
    places = [...places.slice(0, from), ...places.slice(to)]
  }
  return places
}

const texts = /(<w:t(?: [^<>]*)?>)([^<]*)(?=<\/w:t>)/g

function closedParagraph(xml: string): string {
  const text = Array.from(xml.matchAll(texts), ([, , words = '']) => words).join('')
  // A field alone, as in a table cell, becomes a dash.
  if (text.trim() === gap) return xml.replace(gap, '—')
  const stays = new Set(kept(text))
  let place = 0
  return xml.replace(texts, (_, tag: string, words: string) => {
    const own = Array.from({ length: words.length }, (__, at) => (stays.has(place + at) ? words[at] : ''))
    place += words.length
    return tag + own.join('')
  })
}

/**
 * Removes placeholders from a part of a filled document: 办结4660件，同比〔〕，日均20件 becomes 办结4660件，日均20件. The
 * remaining text keeps its format.
 */
export const withoutGaps = (xml: string): string =>
  xml.replace(/<w:p[ >].*?<\/w:p>/gs, paragraph =>
    paragraph.includes(gap) ? closedParagraph(paragraph) : paragraph,
  )
