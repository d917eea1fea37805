import type { Readings } from '#measures'
import type { Block, BriefingDocument } from './document.ts'
import { nothing, renumberedAs, renumberedTexts } from '#measures'
import { isFigure, wordsOfInlines } from './document.ts'
import { readingAt, seriesAt, settledTexts } from './write/written.ts'

const isWorkingNote = ({ kind }: Block): boolean => kind === 'note' || kind === 'claim'

const isEmptyParagraph = (block: Block): boolean =>
  block.kind === 'paragraph' && wordsOfInlines(block.inlines).trim() === '' && !block.inlines.some(isFigure)

/** Whether all numbers of a block are unknown, so that it would be empty. */
function isSilent(block: Block, readings: Readings): boolean {
  switch (block.kind) {
    case 'paragraph':
      return (
        block.inlines.some(isFigure) &&
        settledTexts(block.inlines, readings).every(text => text.trim() === '')
      )
    case 'table':
      return block.rows.every(({ value }) => ['', nothing].includes(readingAt(readings, value).text))
    case 'chart':
    case 'grid':
      return seriesAt(readings, block.series).rows.every(row =>
        row.cells.every(({ value }) => value === null),
      )
    case 'heading':
    case 'textTable':
    case 'photo':
    case 'note':
    case 'claim':
      return false
  }
}

/** Whether a heading has nothing below it before the next heading of its level or above. */
function isBareHeading(block: Block, place: number, blocks: readonly Block[]): boolean {
  if (block.kind !== 'heading') return false
  for (const next of blocks.slice(place + 1)) {
    if (next.kind !== 'heading') return false
    if (next.level <= block.level) return true
  }
  return true
}

/** Renumbers headings where some were left out, if they had been numbered without gaps. */
export function renumbered(kept: readonly Block[], before: readonly Block[]): Block[] {
  const textOf = (block: Block): string | null =>
    block.kind === 'heading' && block.level === 1 ? block.text : null
  const texts = renumberedTexts(kept.map(textOf), before.map(textOf))
  return kept.map((block, place) => {
    const text = texts[place] ?? null
    if (block.kind !== 'heading' || text === null || text === block.text) return block
    const [first, ...rest] = block.inlines ?? []
    return {
      ...block,
      text,
      ...(typeof first === 'string' && { inlines: [renumberedAs(first, text), ...rest] }),
    }
  })
}

/**
 * The document as published: without notes and claims, empty paragraphs, paragraphs, tables and charts
 * without known numbers, and headings with nothing below them. Numbered headings are renumbered without gaps.
 */
export function published<D extends Pick<BriefingDocument, 'blocks'>>(document: D, readings: Readings): D {
  const spoken = document.blocks.filter(
    block => !isWorkingNote(block) && !isEmptyParagraph(block) && !isSilent(block, readings),
  )
  const kept = spoken.filter((block, place) => !isBareHeading(block, place, spoken))
  return { ...document, blocks: renumbered(kept, document.blocks) }
}
