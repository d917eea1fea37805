import type { FigureRef, Language, Readings, SeriesRef } from '#measures'
import { referenceKey } from '#measures'

/** What tells a block from the others of its document, through edits and moves. Issues of old have none. */
interface Identified {
  id?: string
}

/** Text that stands out. */
interface StrongText {
  text: string
  strong: true
}

/** A number in running text. */
export type FigureInline = FigureRef & { strong?: true }

/** Text of the writer, or a number that is a reference. */
export type Inline = string | StrongText | FigureInline

/**
 * A heading. `inlines` is there where it holds more than plain text; `text` then holds its words
 * without the numbers.
 */
export interface Heading extends Identified {
  kind: 'heading'
  text: string
  level: 1 | 2
  inlines?: Inline[]
}

/** A table of figures: one row a measure, or what its label says. */
export interface FigureTable extends Identified {
  kind: 'table'
  caption: string
  rows: { label?: string; value: FigureRef; change: FigureRef | null }[]
}

/** A table of the writer's own text. The first row holds the column headings. */
export interface TextTable extends Identified {
  kind: 'textTable'
  caption: string
  rows: string[][]
}

/** A hint to the clerk and the approver. It never leaves the draft. */
interface WorkingNote extends Identified {
  kind: 'note'
  text: string
}

/** What somebody stated, beside what the records say. A working note: it never leaves the draft. */
interface QuotedClaim extends Identified {
  kind: 'claim'
  sentence: string
  source: string
  stated: number
  figure: FigureRef
}

/** A picture of a series, or the series as a table. */
export interface SeriesBlock extends Identified {
  kind: 'chart' | 'grid'
  caption: string
  series: SeriesRef
}

/** The photo of a banner or a letter, and the record that it came with. */
export interface PhotoBlock extends Identified {
  kind: 'photo'
  caption: string
  /** The code of the record. */
  record: string
  /** SHA-256 of the photo. */
  photo: string
}

/** Running text. */
interface Paragraph extends Identified {
  kind: 'paragraph'
  inlines: Inline[]
}

export type Block =
  Heading | Paragraph | FigureTable | TextTable | WorkingNote | QuotedClaim | SeriesBlock | PhotoBlock

/** Above the red line: name, issue, who and when. Issue and date are written at freezing. */
interface Masthead {
  name: string
  issue: string
  unit: string
  date: string
  /** The local date of the issue as somebody chose it; absent: the day on which it is signed. */
  issuedOn?: string | undefined
  /** A telephone number or mail address. */
  contact?: string | undefined
  /** A picture instead of the name in red letters, by its SHA-256. */
  picture?: string | undefined
}

/** The Word template into which a briefing is filled besides its own paper, and what the fields refer to. */
interface WordFields {
  template: number
  name: string
  /** SHA-256 of the template's file. */
  hash: string
  /** The first day of the hall, from which running periods count; null where it is not known. */
  openedOn: string | null
  figures: FigureRef[]
  series: SeriesRef[]
}

/** Below the body: who signs, how it is registered, who gets it, who printed it when. */
interface Ending {
  copyTo: string
  distributeTo: string
  printed: string
  signature?: string | undefined
  registration?: string | undefined
  office?: string | undefined
}

/** A briefing as it is written: everything but the values. */
export interface BriefingDocument {
  language: Language
  masthead: Masthead
  title: string
  subtitle: string
  blocks: Block[]
  ending: Ending
  /** What carries the definitions of the figures; absent: an annex. */
  definitions?: 'annex' | 'footnotes' | 'none' | undefined
  /** Of a corrected edition: which figure was what and is what. Written at freezing. */
  correction?: string[] | undefined
  word?: WordFields | undefined
}

/** What holds references: the text, and the fields of a Word template. */
type Referring = Pick<BriefingDocument, 'blocks' | 'word'>

export const isFigure = (inline: Inline): inline is FigureInline =>
  typeof inline !== 'string' && 'measure' in inline

/** The text and numbers of a heading. */
export const headingInlines = ({ text, inlines }: Heading): Inline[] => inlines ?? [text]

/** The words of running text without its numbers. */
export const wordsOfInlines = (inlines: readonly Inline[]): string =>
  inlines.map(inline => (typeof inline === 'string' ? inline : 'text' in inline ? inline.text : '')).join('')

function figuresIn(block: Block): FigureRef[] {
  switch (block.kind) {
    case 'paragraph':
      return block.inlines.filter(isFigure)
    case 'table':
      return block.rows.flatMap(({ value, change }) => (change ? [value, change] : [value]))
    case 'claim':
      return [block.figure]
    case 'heading':
      return headingInlines(block).filter(isFigure)
    case 'textTable':
    case 'note':
    case 'chart':
    case 'grid':
    case 'photo':
      return []
  }
}

/** Every reference to one number, in reading order. */
export const figuresOf = ({ blocks, word }: Referring): FigureRef[] => [
  ...blocks.flatMap(figuresIn),
  ...(word?.figures ?? []),
]

/** Every reference to a series, in reading order. */
export const seriesOf = ({ blocks, word }: Referring): SeriesRef[] => [
  ...blocks.flatMap(block => (block.kind === 'chart' || block.kind === 'grid' ? [block.series] : [])),
  ...(word?.series ?? []),
]

/** The words of a block as a reader finds them when searching; numbers are not words. */
function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return wordsOfInlines(block.inlines)
    case 'textTable':
      return [block.caption, ...block.rows.flat()].join(' ')
    case 'note':
      return ''
    case 'claim':
      return `${block.sentence} ${block.source}`
    case 'table':
    case 'chart':
    case 'grid':
    case 'photo':
      return block.caption
  }
}

/** Every photo of a document, in reading order. */
export const photosOf = ({ blocks }: Pick<BriefingDocument, 'blocks'>): PhotoBlock[] =>
  blocks.flatMap(block => (block.kind === 'photo' ? [block] : []))

/** What stands around the text that somebody may look for: numbers, receivers, corrections. */
const frameWords = ({ masthead, ending, title, subtitle, correction = [] }: BriefingDocument): string[] => [
  masthead.name,
  masthead.issue,
  masthead.unit,
  title,
  subtitle,
  ending.registration ?? '',
  ending.copyTo,
  ending.distributeTo,
  ending.office ?? '',
  ...correction,
]

/** Everything in a document that can be searched for: its words, and its numbers as they are printed. */
export const searchable = (document: BriefingDocument, readings: Readings): string =>
  [
    ...frameWords(document),
    ...document.blocks.map(wordsOf),
    ...figuresOf(document).map(ref => readings.figures[referenceKey(ref)]?.text ?? ''),
  ].join('\n')
