import type { FigureRef, Language, Readings, SeriesRef } from '#measures'
import { referenceKey } from '#measures'

/** Identifies a block within its document through edits and moves. Old issues have none. */
interface Identified {
  id?: string
}

/** Emphasised text. */
interface StrongText {
  text: string
  strong: true
}

/** A number in running text. */
export type FigureInline = FigureRef & { strong?: true }

/** Typed text, or a reference to a number. */
export type Inline = string | StrongText | FigureInline

/**
 * A heading. `inlines` is set where it has more than plain text; `text` then has its words without the
 * numbers.
 */
export interface Heading extends Identified {
  kind: 'heading'
  text: string
  level: 1 | 2
  inlines?: Inline[]
}

/** A table of figures, one row per reference, labelled with the measure unless a label is given. */
export interface FigureTable extends Identified {
  kind: 'table'
  caption: string
  rows: { label?: string; value: FigureRef; change: FigureRef | null }[]
}

/** A table of typed text. The first row has the column headings. */
export interface TextTable extends Identified {
  kind: 'textTable'
  caption: string
  rows: string[][]
}

/** A hint for the writer and the approver, only in the draft. */
interface WorkingNote extends Identified {
  kind: 'note'
  text: string
}

/** A stated number with what the records say. A working note, only in the draft. */
interface QuotedClaim extends Identified {
  kind: 'claim'
  sentence: string
  source: string
  stated: number
  figure: FigureRef
}

/** A chart of a series, or the series as a table. */
export interface SeriesBlock extends Identified {
  kind: 'chart' | 'grid'
  caption: string
  series: SeriesRef
}

/** The photo of a banner or a letter, with its record. */
export interface PhotoBlock extends Identified {
  kind: 'photo'
  caption: string
  /** The code of the record. */
  record: string
  /** SHA-256 of the photo. */
  photo: string
}

/** A paragraph. */
interface Paragraph extends Identified {
  kind: 'paragraph'
  inlines: Inline[]
}

export type Block =
  Heading | Paragraph | FigureTable | TextTable | WorkingNote | QuotedClaim | SeriesBlock | PhotoBlock

/** Above the red line: name, issue, issuing unit and date. Issue and date are set at signing. */
interface Masthead {
  name: string
  issue: string
  unit: string
  date: string
  /** The chosen local date of the issue; absent for the day of signing. */
  issuedOn?: string | undefined
  /** A telephone number or mail address. */
  contact?: string | undefined
  /** The SHA-256 of a picture that replaces the name in red letters. */
  picture?: string | undefined
}

/** The Word template of a briefing, and the references of its fields. */
interface WordFields {
  template: number
  name: string
  /** SHA-256 of the template's file. */
  hash: string
  /** The opening day of the hall, from which periods to date count; null where unknown. */
  openedOn: string | null
  figures: FigureRef[]
  series: SeriesRef[]
}

/** Below the text: signature, registration, recipients, and printing. */
interface Ending {
  copyTo: string
  distributeTo: string
  printed: string
  signature?: string | undefined
  registration?: string | undefined
  office?: string | undefined
}

/** A briefing as it is written: everything except values. */
export interface BriefingDocument {
  language: Language
  masthead: Masthead
  title: string
  subtitle: string
  blocks: Block[]
  ending: Ending
  /** Where figures are defined; absent for an annex. */
  definitions?: 'annex' | 'footnotes' | 'none' | undefined
  /** For a corrected edition: the old and new value of each changed figure. Set at signing. */
  correction?: string[] | undefined
  word?: WordFields | undefined
}

/** The parts with references: the text, and the fields of a Word template. */
type Referring = Pick<BriefingDocument, 'blocks' | 'word'>

export const isFigure = (inline: Inline): inline is FigureInline =>
  typeof inline !== 'string' && 'measure' in inline

/** The text and numbers of a heading. */
export const headingInlines = ({ text, inlines }: Heading): Inline[] => inlines ?? [text]

/** The words of a paragraph without its numbers. */
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

/** Every reference to a single number, in reading order. */
export const figuresOf = ({ blocks, word }: Referring): FigureRef[] => [
  ...blocks.flatMap(figuresIn),
  ...(word?.figures ?? []),
]

/** Every reference to a series, in reading order. */
export const seriesOf = ({ blocks, word }: Referring): SeriesRef[] => [
  ...blocks.flatMap(block => (block.kind === 'chart' || block.kind === 'grid' ? [block.series] : [])),
  ...(word?.series ?? []),
]

/** The searchable words of a block; numbers are not included. */
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

/** The searchable text around the body: numbers, recipients, corrections. */
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

/** The searchable text of a document: its words, and its numbers as printed. */
export const searchable = (document: BriefingDocument, readings: Readings): string =>
  [
    ...frameWords(document),
    ...document.blocks.map(wordsOf),
    ...figuresOf(document).map(ref => readings.figures[referenceKey(ref)]?.text ?? ''),
  ].join('\n')
