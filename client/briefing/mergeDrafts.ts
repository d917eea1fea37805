import type { Block, BriefingDocument } from '../../server/briefing/document.ts'

/** A paragraph, or a line around the text, that two people changed differently. */
export type Conflict =
  | { kind: 'block'; id: string; mine: Block; theirs: Block }
  | { kind: 'line'; path: string[]; mine: unknown; theirs: unknown }

/** The merged text of two people, and the conflicts to decide. */
interface Merged {
  /** Contains their version where both changed the same; mine is in the conflict. */
  document: BriefingDocument
  conflicts: Conflict[]
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True for equal JSON, independent of the order of fields. Absent fields count as undefined. */
export function isSame(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((value, place) => isSame(value, right[place]))
  if (!isFields(left) || !isFields(right)) return left === right
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every(key =>
    isSame(left[key], right[key]),
  )
}

type BlocksById = Map<string, Block>
const byId = (blocks: readonly Block[]): BlocksById =>
  new Map(blocks.flatMap(block => (block.id === undefined ? [] : [[block.id, block]])))
const idsOf = (blocks: readonly Block[]): string[] => blocks.flatMap(({ id }) => id ?? [])

interface Three<T> {
  base: T
  mine: T
  theirs: T
}

/**
 * Merges one block; null where it is deleted. A change takes precedence over a deletion, so that no text is
 * lost.
 */
function mergedBlock({ base, mine, theirs }: Three<Block | undefined>): {
  block: Block | null
  isConflict: boolean
} {
  if (isSame(mine, theirs) || isSame(mine, base)) return { block: theirs ?? null, isConflict: false }
  if (isSame(theirs, base)) return { block: mine ?? null, isConflict: false }
  return { block: theirs ?? mine ?? null, isConflict: mine !== undefined && theirs !== undefined }
}

/** True where the blocks in both lists have the same order. */
function isInOrder(left: readonly string[], right: readonly string[]): boolean {
  const [inLeft, inRight] = [new Set(left), new Set(right)]
  const [common, other] = [left.filter(id => inRight.has(id)), right.filter(id => inLeft.has(id))]
  return isSame(common, other)
}

/** The order of `main`, with blocks that only `other` has inserted after their predecessors there. */
function withOthers(main: readonly string[], other: readonly string[]): string[] {
  const order = [...main]
  const ids = new Set(main)
  other.forEach((id, place) => {
    if (ids.has(id)) return
    ids.add(id)
    const before = other.slice(0, place).findLast(one => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  })
  return order
}

/** The order of the person who moved blocks; theirs where both did. */
function mergedOrder({ base, mine, theirs }: Three<string[]>): string[] {
  return isInOrder(base, theirs) ? withOthers(mine, theirs) : withOthers(theirs, mine)
}

function mergeBlocks(of: Three<Block[]>): { blocks: Block[]; conflicts: Conflict[] } {
  const [base, mine, theirs] = [byId(of.base), byId(of.mine), byId(of.theirs)]
  const order = mergedOrder({ base: idsOf(of.base), mine: idsOf(of.mine), theirs: idsOf(of.theirs) })
  const conflicts: Conflict[] = []
  const blocks = order.flatMap(id => {
    const three = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) }
    const { block, isConflict } = mergedBlock(three)
    if (isConflict && three.mine && three.theirs)
      conflicts.push({ kind: 'block', id, mine: three.mine, theirs: three.theirs })
    return block ? [block] : []
  })
  return { blocks, conflicts }
}

/** Merges the lines around the text one by one. */
function mergeLines(of: Three<unknown>, path: string[]): { value: unknown; conflicts: Conflict[] } {
  const { base, mine, theirs } = of
  if (isSame(mine, theirs) || isSame(mine, base)) return { value: theirs, conflicts: [] }
  if (isSame(theirs, base)) return { value: mine, conflicts: [] }
  if (!isFields(mine) || !isFields(theirs))
    return { value: theirs, conflicts: [{ kind: 'line', path, mine, theirs }] }
  const before = isFields(base) ? base : {}
  const conflicts: Conflict[] = []
  const value = Object.fromEntries(
    [...new Set([...Object.keys(theirs), ...Object.keys(mine)])].flatMap(key => {
      const merged = mergeLines({ base: before[key], mine: mine[key], theirs: theirs[key] }, [...path, key])
      conflicts.push(...merged.conflicts)
      return merged.value === undefined ? [] : [[key, merged.value]]
    }),
  )
  return { value, conflicts }
}

/**
 * Merges two versions of the same text by paragraph. Blocks without an id are dropped, so all blocks must
 * have one.
 */
export function mergeDrafts({ base, mine, theirs }: Three<BriefingDocument>): Merged {
  const around = ({ blocks: _, ...lines }: BriefingDocument): Fields => ({ ...lines })
  const lines = mergeLines({ base: around(base), mine: around(mine), theirs: around(theirs) }, [])
  const { blocks, conflicts } = mergeBlocks({ base: base.blocks, mine: mine.blocks, theirs: theirs.blocks })
  return {
    document: { ...theirs, ...(lines.value as Partial<BriefingDocument>), blocks },
    conflicts: [...lines.conflicts, ...conflicts],
  }
}

/** The possible decisions about a conflict. */
export type Choice = 'mine' | 'theirs' | 'both'

function withLine(fields: Fields, [key = '', ...rest]: string[], value: unknown): Fields {
  const inner = fields[key]
  return { ...fields, [key]: rest.length > 0 && isFields(inner) ? withLine(inner, rest, value) : value }
}

/**
 * Applies a decision to the text. With 'both', my paragraph gets the id `fresh`; a paragraph whose place no
 * longer exists is appended at the end.
 */
export function settled(
  document: BriefingDocument,
  conflict: Conflict,
  { choice, fresh }: { choice: Choice; fresh: string },
): BriefingDocument {
  if (choice === 'theirs') return document
  if (conflict.kind === 'line')
    return withLine(
      document as unknown as Fields,
      conflict.path,
      conflict.mine,
    ) as unknown as BriefingDocument
  const { id, mine } = conflict
  const place = document.blocks.findIndex(block => block.id === id)
  if (place < 0) return { ...document, blocks: [...document.blocks, { ...mine, id: fresh }] }
  const blocks =
    choice === 'mine'
      ? document.blocks.with(place, mine)
      : document.blocks.toSpliced(place + 1, 0, { ...mine, id: fresh })
  return { ...document, blocks }
}
