import type { Table } from 'docx'
import type { MeasureId } from '#measures'
import type { Block } from '../document.ts'
import type { Paper } from '../paper/paper.ts'
import type { PngPicture } from '../picture/png.ts'
import type { Written } from './written.ts'
import { FootnoteReferenceRun, Paragraph, SimpleField } from 'docx'
import { captionNumbers } from '#measures'
import { definitionLines } from './annex.ts'
import { styled, textRuns } from './style.ts'

/** Paragraphs and tables for Word. */
export type Made = (Paragraph | Table)[]

/** Footnotes with the definitions of measures, each at its first number, where these were asked for. */
export class Notes {
  private readonly lines: ReadonlyMap<MeasureId, string>
  private readonly placed: MeasureId[] = []

  constructor({ document, readings }: Written) {
    this.lines =
      document.definitions === 'footnotes'
        ? definitionLines({ ...document, word: undefined }, readings).lines
        : new Map()
  }

  /** The footnote mark for a measure at its first number; empty for later ones. */
  mark(measure: MeasureId): FootnoteReferenceRun[] {
    if (!this.lines.has(measure) || this.placed.includes(measure)) return []
    this.placed.push(measure)
    return [new FootnoteReferenceRun(this.placed.length)]
  }

  /** The footnotes by number. */
  all(): Record<string, { children: Paragraph[] }> {
    return Object.fromEntries(
      this.placed.map((id, place) => [
        place + 1,
        {
          children: [new Paragraph({ style: 'FootnoteText', children: textRuns(this.lines.get(id) ?? '') })],
        },
      ]),
    )
  }
}

/** The input for converting blocks. */
export interface BlockParts {
  written: Written
  notes: Notes
  pictures: ReadonlyMap<Block, PngPicture>
}

/**
 * A caption such as 表1 办件主要指标. The number is a field, so that Word renumbers when tables are added or moved.
 */
export function captionOf(block: Block & { caption: string }, { written }: BlockParts): Paragraph {
  const { blocks, language } = written.document
  const label = captionNumbers(blocks, language)[blocks.indexOf(block)] ?? ''
  const number = label.replace(/\D/g, '')
  const word = label.slice(0, label.length - number.length)
  return new Paragraph({
    style: 'Caption',
    // A caption above a table stays with it; below a chart or photo, the page may end.
    ...((block.kind === 'chart' || block.kind === 'photo') && { keepNext: false }),
    children: [
      ...textRuns(word),
      new SimpleField(`SEQ ${word.trim()} \\* ARABIC`, number),
      ...textRuns(block.caption === '' ? '' : `\u3000${block.caption}`),
    ],
  })
}

/** The definitions, on pages of their own. */
export function annexParagraphs({ annex }: Paper): Paragraph[] {
  return annex
    ? [
        new Paragraph({ style: 'Heading1', pageBreakBefore: true, children: textRuns(annex.title) }),
        ...annex.lines.map(line => styled('annex', line)),
      ]
    : []
}
