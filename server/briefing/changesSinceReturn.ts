import type { Prisma } from '../../prisma/generated/client.ts'
import type { Block, BriefingDocument } from './document.ts'
import { hashOf } from '../common/canonical.ts'

/** What became of a draft since it was sent back: changed and added blocks, and how many are gone. */
export interface ChangesSinceReturn {
  changed: string[]
  removed: number
}

type WithBlocks = Pick<BriefingDocument, 'blocks'>

const hashLength = 16
const hashOfBlock = ({ id: _, ...block }: Block): string => hashOf(block).slice(0, hashLength)

/** The hash of each block by its id, as it is kept when a draft is sent back. */
export const blockHashes = ({ blocks }: WithBlocks): Record<string, string> =>
  Object.fromEntries(
    blocks.flatMap(block => (block.id === undefined ? [] : [[block.id, hashOfBlock(block)]])),
  )

/** Null for a draft that was not sent back. Hints and notes of the template are no text of the writer. */
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
