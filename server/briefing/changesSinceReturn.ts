import type { Prisma } from '../../prisma/generated/client.ts'
import type { Block, BriefingDocument } from './document.ts'
import { hashOf } from '../common/canonical.ts'

/**
 * The changes of a draft since it was returned: ids of changed and added blocks, and the number of removed
 * ones.
 */
export interface ChangesSinceReturn {
  changed: string[]
  removed: number
}

type WithBlocks = Pick<BriefingDocument, 'blocks'>

const hashLength = 16
const hashOfBlock = ({ id: _, ...block }: Block): string => hashOf(block).slice(0, hashLength)

/** The hash of each block by id, stored when a draft is returned. */
export const blockHashes = ({ blocks }: WithBlocks): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap(block => (block.id === undefined ? [] : [[block.id, hashOfBlock(block)]])),
  )

/**
 * Compares a draft with the hashes stored when it was returned. Null where it was not. Notes and claims are
 * ignored, because they are not part of the text.
 */
export function changesSince({ blocks }: WithBlocks, returned: Prisma.JsonValue): ChangesSinceReturn | null {
  if (returned === null || typeof returned !== 'object') return null
  const before = new Map(Object.entries(returned))
  const own = blocks.filter(block => block.kind !== 'note' && block.kind !== 'claim')
  const changed = own.flatMap(block =>
    block.id !== undefined && before.get(block.id) !== hashOfBlock(block) ? [block.id] : [],
  )
  const ids = new Set(blocks.map(({ id }) => id))
  return { changed, removed: [...before.keys()].filter(id => !ids.has(id)).length }
}
