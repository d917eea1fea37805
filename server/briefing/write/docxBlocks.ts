import type { ParagraphChild } from 'docx'
import type { Block, FigureInline, Heading, Inline, PhotoBlock, SeriesBlock } from '../document.ts'
import type { BlockParts, Made } from './docxParts.ts'
import { ImageRun, Paragraph } from 'docx'
import { seriesWords } from '#measures'
import { headingInlines, isFigure } from '../document.ts'
import { captionOf } from './docxParts.ts'
import { figureTable, gridTable, textTable } from './docxTables.ts'
import { styled, textRuns } from './style.ts'
import { readingAt, seriesAt, settledTexts } from './written.ts'

function figureRuns(ref: FigureInline, text: string, { notes }: BlockParts): ParagraphChild[] {
  if (text === '') return []
  return [...textRuns(text, ref.strong ? { bold: true } : {}), ...notes.mark(ref.measure)]
}

function inlineRuns(inline: Inline, text: string, parts: BlockParts): ParagraphChild[] {
  if (typeof inline !== 'string' && isFigure(inline)) return figureRuns(inline, text, parts)
  const strong = typeof inline !== 'string' && inline.strong
  return text === '' ? [] : textRuns(text, strong ? { bold: true } : {})
}

/** A paragraph; empty where all its clauses are missing. */
function paragraphOf(inlines: readonly Inline[], parts: BlockParts): Made {
  const texts = settledTexts(inlines, parts.written.readings)
  if (inlines.length > 0 && texts.every(text => text.trim() === '')) return []
  return [
    styled(
      'body',
      inlines.flatMap((inline, place) => inlineRuns(inline, texts[place] ?? '', parts)),
    ),
  ]
}

const shownWidth = 540

function chartOf(block: SeriesBlock, parts: BlockParts): Made {
  const { written, pictures } = parts
  const picture = pictures.get(block)
  const reading = seriesAt(written.readings, block.series)
  const [measure] = block.series.measures
  if (!picture || !measure) return []
  // Numbered here: the library's counter continues across documents, so that equal documents would differ.
  const id = String([...pictures.keys()].indexOf(block) + 1)
  const altText = {
    id,
    name: block.caption,
    title: block.caption,
    description: seriesWords(block.caption, reading, written.document.language),
  }
  const image = new ImageRun({
    type: 'png',
    data: picture.data,
    transformation: { width: shownWidth, height: Math.round((picture.height / picture.width) * shownWidth) },
    altText,
  })
  return [styled('picture', [image], { keepNext: true }), captionOf(block, parts)]
}

/** The largest height of a photo, which leaves room for text on its page. */
const photoHeight = 340

function photoOf(block: PhotoBlock, parts: BlockParts): Made {
  const { document, photos } = parts.written
  const picture = photos?.get(block.photo)
  if (!picture) return []
  const scale = Math.min(shownWidth / picture.width, photoHeight / picture.height, 1)
  // The ids of charts start at 1; that of the masthead's picture is 1000; those of photos start at 2000.
  const id = String(2000 + document.blocks.indexOf(block))
  const image = new ImageRun({
    type: picture.type,
    data: picture.data,
    transformation: { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) },
    altText: { id, name: block.caption, title: block.caption, description: block.caption },
  })
  return [styled('picture', [image], { keepNext: true }), captionOf(block, parts)]
}

function headingOf(block: Heading, { written }: BlockParts): Paragraph {
  const children = headingInlines(block).flatMap(inline => {
    if (typeof inline === 'string') return textRuns(inline)
    const text = isFigure(inline) ? readingAt(written.readings, inline).text : inline.text
    return textRuns(text, inline.strong ? { bold: true } : {})
  })
  return new Paragraph({ style: block.level === 1 ? 'Heading1' : 'Heading2', children })
}

/** Converts one block for Word. */
export function blockDocx(block: Block, parts: BlockParts): Made {
  switch (block.kind) {
    case 'heading':
      return [headingOf(block, parts)]
    case 'paragraph':
      return paragraphOf(block.inlines, parts)
    case 'table':
      return figureTable(block, parts)
    case 'grid':
      return gridTable(block, parts)
    case 'chart':
      return chartOf(block, parts)
    case 'photo':
      return photoOf(block, parts)
    case 'textTable':
      return textTable(block, parts)
    case 'claim':
    case 'note':
      return []
  }
}
