/**
 * What a filled template writes for a change that nothing is known of, until the text around it is mended. A
 * character for private use: no text of a person holds it.
 */
export const gap = '\uE0FF'

const clauseEnds = '，、；：。！？,;:（）()'
const sentenceEnds = '。！？'
const joins = '，、；,;'
/** What a change is compared with, where a template says it itself. */
const comparedWith = /(?:同比|环比|[比较与](?:上年|去年)同期(?:相比)?|[比较与]上期(?:相比)?)$/

/** Where the clause before a place begins; the whole clause goes where it holds no other number. */
function startOf(text: string, place: number): number {
  let start = place
  while (start > 0 && !clauseEnds.includes(text.charAt(start - 1))) start--
  const clause = text.slice(start, place)
  if (!/\d/.test(clause)) return start
  return place - (comparedWith.exec(clause)?.[0].length ?? 0)
}

const isOneOf = (marks: string, mark: string): boolean => mark !== '' && marks.includes(mark)

/** The characters that go with a gap: the words that lead to it, and one mark of those around it. */
function rangeOf(text: string, place: number): [from: number, to: number] {
  const next = text.charAt(place + 1)
  // Words behind it belong to its clause, which then goes on without it.
  const from = next === '' || clauseEnds.includes(next) ? startOf(text, place) : place
  const before = text.charAt(from - 1)
  if ((before === '（' && next === '）') || (before === '(' && next === ')')) return [from - 1, place + 2]
  const isFirst = from === 0 || isOneOf(clauseEnds, before)
  if (isFirst && isOneOf(joins, next)) return [from, place + 2]
  if (isOneOf(joins, before)) return [from - 1, place + 1]
  const isAlone = from === 0 || isOneOf(sentenceEnds, before)
  return [from, isAlone && isOneOf(sentenceEnds, next) ? place + 2 : place + 1]
}

/** Which characters of a text stay, once each of its gaps is closed. */
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
  // A field alone, as in a cell of a table, leaves a dash.
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
 * A part of a filled document without its gaps: 办结4660件，同比〔〕，日均20件 becomes 办结4660件，日均20件. The letters
 * that stay keep their looks.
 */
export const withoutGaps = (xml: string): string =>
  xml.replace(/<w:p[ >].*?<\/w:p>/gs, paragraph =>
    paragraph.includes(gap) ? closedParagraph(paragraph) : paragraph,
  )
