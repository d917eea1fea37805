import sax from 'sax'

/** A paragraph of a Word document with its text, joined across runs. */
interface WordParagraph {
  text: string
  /** Whether it is inside a table. */
  inTable: boolean
}

/** A pair of braces with its text and its place. */
export interface WordTag {
  text: string
  paragraph: number
  /** The text around it, shown to people. */
  around: string
  /** Whether its paragraph contains nothing else. */
  isAlone: boolean
}

/** Braces without a counterpart in their paragraph. */
export type BrokenTag = Omit<WordTag, 'text' | 'isAlone'>

const fieldForm = /\{\{([^{}]*)\}\}/g
/** The most fields of a part; further ones are not read. */
const mostTags = 2000
/** The longest name of a field. */
const longestField = 200

/** The paragraphs of a part in reading order. Throws where the part is not XML. */
function paragraphsOf(xml: string): WordParagraph[] {
  const paragraphs: WordParagraph[] = []
  const open: WordParagraph[] = []
  let tables = 0
  let isText = false
  const parser = sax.parser(true)
  parser.onerror = error => {
    throw error
  }
  parser.onopentag = ({ name }) => {
    if (name === 'w:tbl') tables++
    if (name === 'w:p') {
      const paragraph = { text: '', inTable: tables > 0 }
      open.push(paragraph)
      paragraphs.push(paragraph)
    }
    isText = name === 'w:t'
    const last = open.at(-1)
    if (last && name === 'w:tab') last.text += ' '
  }
  parser.onclosetag = name => {
    if (name === 'w:tbl') tables--
    if (name === 'w:p') open.pop()
    isText = false
  }
  parser.ontext = text => {
    const last = open.at(-1)
    if (isText && last) last.text += text
  }
  parser.write(xml).close()
  return paragraphs
}

const aroundAt = (text: string, from: number, to: number): string =>
  `${from > 8 ? '…' : ''}${text.slice(Math.max(0, from - 8), to + 8)}${to + 8 < text.length ? '…' : ''}`

/** The fields of a part, and unmatched braces. */
export function tagsIn(xml: string): { tags: WordTag[]; broken: BrokenTag[]; paragraphs: number } {
  const tags: WordTag[] = []
  const broken: BrokenTag[] = []
  const paragraphs = paragraphsOf(xml)
  paragraphs.forEach(({ text }, place) => {
    const paragraph = place + 1
    for (const { 0: whole, 1: inner = '', index } of text.matchAll(fieldForm)) {
      if (tags.length > mostTags) return
      tags.push({
        text: inner.slice(0, longestField),
        paragraph,
        around: aroundAt(text, index, index + whole.length),
        isAlone: text.trim() === whole,
      })
    }
    const rest = text.replaceAll(fieldForm, whole => '\u0000'.repeat(whole.length))
    const lost = /\{\{|\}\}/.exec(rest)
    if (lost) broken.push({ paragraph, around: aroundAt(text, lost.index, lost.index + 8) })
  })
  return { tags, broken, paragraphs: paragraphs.length }
}
