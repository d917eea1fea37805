import type { FigureRef, Language, SeriesRef } from '#measures'

/** Text that stands out. */
export interface StrongText { text: string, strong: true }

/** Text of the writer, or a number that is a reference. */
export type Inline = string | StrongText | FigureRef

/** A table of figures: one row a measure, or what its label says. */
export interface FigureTable { kind: 'table', caption: string, rows: { label?: string, value: FigureRef, change: FigureRef | null }[] }

/** What somebody stated, beside what the records say; marked where they differ by more than a tenth. */
export interface QuotedClaim { kind: 'claim', sentence: string, source: string, stated: number, figure: FigureRef }

/** A picture of a series, or the series as a table. */
export interface SeriesBlock { kind: 'chart' | 'grid', caption: string, series: SeriesRef }

export type Block
  = | { kind: 'heading', text: string, level: 1 | 2 }
    | { kind: 'paragraph', inlines: Inline[] }
    | FigureTable
    | QuotedClaim
    | SeriesBlock

/** Above the red line: name, issue, who and when. The issue is written at freezing. */
export interface Masthead { name: string, issue: string, unit: string, date: string }

/** A briefing as it is written: everything but the values. */
export interface BriefingDocument {
  language: Language
  masthead: Masthead
  title: string
  subtitle: string
  blocks: Block[]
  /** Below the body: who gets it, who printed it when. */
  ending: { copyTo: string, distributeTo: string, printed: string }
}

export const isFigure = (inline: Inline): inline is FigureRef => typeof inline !== 'string' && 'measure' in inline

function figuresIn(block: Block): FigureRef[] {
  switch (block.kind) {
    case 'paragraph': return block.inlines.filter(isFigure)
    case 'table': return block.rows.flatMap(({ value, change }) => change ? [value, change] : [value])
    case 'claim': return [block.figure]
    case 'heading':
    case 'chart':
    case 'grid': return []
  }
}

/** Every reference to one number, in reading order. */
export const figuresOf = (document: Pick<BriefingDocument, 'blocks'>): FigureRef[] => document.blocks.flatMap(figuresIn)

/** Every reference to a series, in reading order. */
export const seriesOf = (document: Pick<BriefingDocument, 'blocks'>): SeriesRef[] => document.blocks.flatMap(block => block.kind === 'chart' || block.kind === 'grid' ? [block.series] : [])

/** The words of a block as a reader finds them when searching; numbers are not words. */
function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading': return block.text
    case 'paragraph': return block.inlines.map(inline => typeof inline === 'string' ? inline : 'text' in inline ? inline.text : '').join('')
    case 'claim': return `${block.sentence} ${block.source}`
    case 'table':
    case 'chart':
    case 'grid': return block.caption
  }
}

/** Everything in a document that can be searched for. */
export const searchable = ({ masthead, title, subtitle, blocks }: BriefingDocument): string => [masthead.name, masthead.issue, title, subtitle, ...blocks.map(wordsOf)].join('\n')
