import type { Block, BriefingDocument } from './document.ts'
import { randomUUID } from 'node:crypto'

/** A new identity of a block. */
const freshBlockId = (): string => randomUUID().slice(0, 13)

/**
 * The document with an id on each block. A block keeps the id it has; one without, or with the id of a
 * block before it, gets `fresh(place)`, or a random one where that is taken.
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
