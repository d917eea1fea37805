import type { MeasureId, NumberForm } from '#measures'

/** A number in a briefing: which measure over which dates, and how it is set. What it says is read anew until the briefing is frozen. */
export interface FigureRef {
  measure: MeasureId
  /** Local dates, both included: 2012-08-08..2012-12-31. */
  period: string
  /** none, previous, lastYear … as a question names it. */
  comparison: string
  shows: 'value' | 'change'
  form: NumberForm
  /** Said instead where the number is zero, and what stands around it where it is not: 没有接到投诉 / 接到投诉 {3件}. */
  none?: { zero: string, before: string }
}

/** Text of the writer, or a number that is a reference. */
export type Inline = string | FigureRef

/** A table of figures: one row a measure. */
export interface FigureTable { kind: 'table', caption: string, rows: { value: FigureRef, change: FigureRef | null }[] }

/** What somebody stated, beside what the records say; marked where they differ by more than a tenth. */
export interface QuotedClaim { kind: 'claim', sentence: string, source: string, stated: number, figure: FigureRef }

export type Block
  = | { kind: 'heading', text: string }
    | { kind: 'paragraph', inlines: Inline[] }
    | FigureTable
    | QuotedClaim

/** Above the red line: name, issue, who and when. */
export interface Masthead { name: string, issue: string, unit: string, date: string }

/** A briefing as it is written: everything but the values. */
export interface BriefingDocument {
  masthead: Masthead
  title: string
  subtitle: string
  blocks: Block[]
  /** Below the body: who gets it, who printed it when. */
  ending: { copyTo: string, distributeTo: string, printed: string }
}

export const isFigure = (inline: Inline): inline is FigureRef => typeof inline !== 'string'

function figuresIn(block: Block): FigureRef[] {
  switch (block.kind) {
    case 'heading': return []
    case 'paragraph': return block.inlines.filter(isFigure)
    case 'table': return block.rows.flatMap(({ value, change }) => change ? [value, change] : [value])
    case 'claim': return [block.figure]
  }
}

/** Every reference of a document, in reading order. */
export const figuresOf = (document: BriefingDocument): FigureRef[] => document.blocks.flatMap(figuresIn)
