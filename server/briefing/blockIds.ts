import type { Block, BriefingDocument } from './document.ts'
import { randomUUID } from 'node:crypto'

/** A new random block id. */
const freshBlockId = (): string => randomUUID().slice(0, 13)

/**
 * Returns the document with an id on each block. Ids are kept unless a block before has the same one. Missing
 * ids come from `fresh(place)`, or are random where that is taken.
 */
export function withBlockIds(
  document: BriefingDocument,
  fresh: (place: number) => string = freshBlockId,
): BriefingDocument {
  const given = new Set(document.blocks.flatMap(({ id }) => id ?? []))
  const seen = new Set<string>()
  const blocks = document.blocks.map((block, place): Block => {
    const isOwn = block.id !== undefined && !seen.has(block.id)
    const wanted = fresh(place)
    const id = isOwn ? block.id : given.has(wanted) ? freshBlockId() : wanted
    seen.add(id ?? '')
    given.add(id ?? '')
    return isOwn || id === undefined ? block : { ...block, id }
  })
  return { ...document, blocks }
}
