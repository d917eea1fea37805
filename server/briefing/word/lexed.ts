/** A token of the template library: a tag, text, or an opening or closing pair of braces. */
interface Lexed {
  type: string
  position?: string
  tag?: string
  text?: boolean
  value: string
  /** Its index, by which the library identifies tokens. */
  lIndex?: number
}

/** Patterns of the fields that begin, divide and end a condition. */
export const conditionForms = {
  start: /^#\s*(?:如果|if\b)/i,
  otherwise: /^#\s*(?:否则|else)\s*$/i,
  end: /^\/\s*(?:如果|if)?$/i,
}
/** The prefix under which the `else` branch of a condition is passed to the library. */
export const otherwise = '#否则 '
/** A mark after a field whose comparison is already in the text before it: 同比{{同比:受理量}}. */
export const saidBefore = '\u0001'

/** A field of a paragraph: the range of its tokens, its text, and the text before it. */
interface Placed {
  from: number
  to: number
  text: string
  before: string
}

const isText = ({ type, position }: Lexed): boolean => type === 'content' && position === 'insidetag'
const isHalf = ({ type }: Lexed): boolean => type === 'delimiter'
const isTag = ({ type, tag, position }: Lexed, name: string, at: string): boolean =>
  type === 'tag' && tag === name && position === at

function fieldsIn(pieces: readonly Lexed[]): { fields: Placed[]; text: string } {
  const fields: Placed[] = []
  let [from, inside, text] = [-1, '', '']
  pieces.forEach((piece, place) => {
    if (isHalf(piece) && piece.position === 'start') [from, inside] = [place, '']
    else if (isHalf(piece) && from >= 0) {
      fields.push({ from, to: place, text: inside, before: text })
      text += `{{${inside}}}`
      from = -1
    } else if (isText(piece)) {
      if (from >= 0) inside += piece.value
      else text += piece.value
    }
  })
  return { fields, text }
}

const tag = (name: string, position: 'start' | 'end', isOfText = false): Lexed => ({
  type: 'tag',
  position,
  tag: name,
  text: isOfText,
  value: position === 'start' ? `<${name}>` : `</${name}>`,
})
const half = (position: 'start' | 'end'): Lexed => ({ type: 'delimiter', position, value: '' })
const field = (text: string): Lexed[] => [
  half('start'),
  { type: 'content', position: 'insidetag', value: text },
  half('end'),
]
/** Tokens of a paragraph that contains only a field; the library removes the paragraph with the field. */
const paragraph = (text: string): Lexed[] => [
  ...['w:p', 'w:r'].map(name => tag(name, 'start')),
  tag('w:t', 'start', true),
  ...field(text),
  tag('w:t', 'end', true),
  ...['w:r', 'w:p'].map(name => tag(name, 'end')),
]

/** Replaces fields in tokens; an empty list removes the field with its braces. */
function withFields(pieces: readonly Lexed[], changed: ReadonlyMap<Placed, readonly string[]>): Lexed[] {
  const all = [...changed]
  return pieces.flatMap((piece, place): Lexed[] => {
    const [placed, texts] = all.find(([{ from, to }]) => place >= from && place <= to) ?? []
    if (!placed || !texts) return [piece]
    if (place === placed.from) return texts.flatMap(field)
    return isHalf(piece) || isText(piece) ? [] : [piece]
  })
}

const changeNames = /^(同比|环比)\s*[:：]/

/** Rewrites one paragraph. `open` lists the open conditions before it, and is updated. */
function rewrittenParagraph(pieces: readonly Lexed[], open: string[]): Lexed[] {
  const { fields, text } = fieldsIn(pieces)
  const changed = new Map<Placed, string[]>()
  const [first, last] = [fields[0], fields.at(-1)]
  const outer = open.length
  let isWhole = first !== undefined && conditionForms.start.test(first.text.trim())
  for (const lexed of fields) {
    const name = lexed.text.trim()
    if (conditionForms.start.test(name)) open.push(name)
    else if (conditionForms.end.test(name)) open.pop()
    else if (conditionForms.otherwise.test(name)) {
      const condition = open.at(-1)
      if (condition === undefined) continue
      if (text.trim() === `{{${lexed.text}}}`)
        return [...paragraph('/如果'), ...paragraph(`${otherwise}${condition}`)]
      changed.set(lexed, ['/如果', `${otherwise}${condition}`])
      isWhole = false
    } else {
      const [, word] = changeNames.exec(name) ?? []
      if (word && lexed.before.trimEnd().endsWith(word)) changed.set(lexed, [`${lexed.text}${saidBefore}`])
    }
    if (open.length <= outer && lexed !== last) isWhole = false
  }
  const ends =
    first && last && text.trim().startsWith(`{{${first.text}}}`) && text.trim().endsWith(`{{${last.text}}}`)
  if (!isWhole || !ends || first === last || open.length !== outer) return withFields(pieces, changed)
  // A condition around a whole paragraph gets paragraphs of its own, so that no empty paragraph remains where
  // it does not hold.
  changed.set(first, []).set(last, [])
  return [...paragraph(first.text), ...withFields(pieces, changed), ...paragraph(last.text)]
}

/**
 * Rewrites the tokens of a part: {{#否则}} becomes the end of its condition and the start of the opposite one;
 * conditions around a whole paragraph get paragraphs of their own; and changes after a word of comparison are
 * marked.
 */
export function rewritten(lexed: readonly Lexed[]): Lexed[] {
  const open: string[] = []
  const result: Lexed[] = []
  let began = -1
  lexed.forEach((piece, place) => {
    if (isTag(piece, 'w:p', 'start')) {
      // A nested paragraph, as in a text box, is rewritten separately; tokens before it are kept.
      if (began >= 0) result.push(...lexed.slice(began, place))
      began = place
    } else if (isTag(piece, 'w:p', 'end') && began >= 0) {
      result.push(...rewrittenParagraph(lexed.slice(began, place + 1), open))
      began = -1
    } else if (began < 0) result.push(piece)
  })
  if (began >= 0) result.push(...lexed.slice(began))
  return result.map((piece, lIndex) => ({ ...piece, lIndex }))
}
