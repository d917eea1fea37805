import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { Block, BriefingDocument } from './document.ts'
import type { DraftRequest } from './draft.ts'
import type { Stored } from './store.ts'
import type { TemplateName } from './templates/given.ts'
import { referenceKey } from '#measures'
import { hashOf } from '../common/canonical.ts'
import { CarriedText, isCarriedNote } from './carriedText.ts'
import { figuresOf, seriesOf } from './document.ts'
import { draftOf } from './draft.ts'
import { renumbered } from './published.ts'
import { findBriefing, storedOf } from './store.ts'
import { templateNames } from './templates/given.ts'

/** The last signed issue from the same template in the same language. */
async function lastIssue(
  centre: Centre,
  { template, language }: DraftRequest,
  { database }: QueryContext,
): Promise<Stored | null> {
  const row = await database.prisma.briefing.findFirst({
    where: { centreId: centre.id, series: template, language, state: 'frozen' },
    orderBy: [{ periodTo: 'desc' }, { id: 'desc' }],
  })
  return row && storedOf(row)
}

/**
 * The briefing on which a new draft is modelled: the named one, which may be an issue or a draft that a clerk
 * keeps as a template; or the last signed issue. Null where none was asked for or none exists. Errors:
 * briefing-not-found.
 */
export async function modelOf(
  centre: Centre,
  { like, likeLast, ...asked }: DraftRequest & { like?: number | undefined; likeLast?: boolean },
  context: QueryContext,
): Promise<Stored | null> {
  if (like !== undefined) return findBriefing(context.database, centre, like)
  return likeLast ? lastIssue(centre, asked, context) : null
}

/** The built-in template of a briefing. */
export const templateOfSeries = ({ series }: Stored): TemplateName =>
  templateNames.find(name => name === series) ?? 'custom'

const isEmpty = (block: Block): boolean => block.kind === 'paragraph' && block.inlines.length === 0
const keyOf = ({ id: _, ...block }: Block): string => hashOf(block)

/**
 * A key for the place of each block: the heading above it, its kind, and its number among that kind there.
 */
function placesOf(blocks: readonly Block[]): string[] {
  const counts = new Map<string, number>()
  let under = ''
  return blocks.map(block => {
    if (block.kind === 'heading') under = block.text.replace(/^[^、.]*[、.]\s*/, '')
    const kind = `${under} ${block.kind}`
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return `${kind} ${count}`
  })
}

/** A block of the last period's template, and the corresponding block for the new period. */
type Pair = [was: Block, now: Block]

function pairsOf(was: readonly Block[], fresh: readonly Block[]): Pair[] {
  const freshAt = new Map(placesOf(fresh).map((place, index) => [place, fresh[index]]))
  return placesOf(was).flatMap((place, index): Pair[] => {
    const [before, now] = [was[index], freshAt.get(place)]
    return before && now ? [[before, now]] : []
  })
}

const refsOf = (block: Block) => [...figuresOf({ blocks: [block] }), ...seriesOf({ blocks: [block] })]

/** Maps each period of the last draft to the corresponding period of the new one. */
function periodsOf(pairs: readonly Pair[]): Map<string, string> {
  return new Map(
    pairs.flatMap(([was, now]) => {
      const next = refsOf(now)
      return refsOf(was).flatMap(({ period }, index): [string, string][] => {
        const reference = next[index]
        return reference ? [[period, reference.period]] : []
      })
    }),
  )
}

/** A typed block with its references moved to the new period. */
function moved(block: Block, periods: ReadonlyMap<string, string>): Block {
  const of = <R extends { period: string }>(ref: R): R => ({
    ...ref,
    period: periods.get(ref.period) ?? ref.period,
  })
  switch (block.kind) {
    case 'paragraph':
      return {
        ...block,
        inlines: block.inlines.map(inline =>
          typeof inline !== 'string' && 'period' in inline ? of(inline) : inline,
        ),
      }
    case 'table':
      return {
        ...block,
        rows: block.rows.map(row => ({ ...row, value: of(row.value), change: row.change && of(row.change) })),
      }
    case 'chart':
    case 'grid':
      return { ...block, series: of(block.series) }
    case 'heading':
    case 'textTable':
    case 'note':
    case 'claim':
    case 'photo':
      return block
  }
}

/**
 * Whether a block is missing from the last issue although nobody removed it: a note, an empty block, or one
 * that was left out at signing because its numbers were unknown. The issue still has the readings of such a
 * block.
 */
function isUnprinted(block: Block, { readings }: Stored): boolean {
  if (block.kind === 'note' || block.kind === 'claim' || isEmpty(block)) return true
  const refs = refsOf(block)
  return (
    refs.length > 0 &&
    refs.every(ref => {
      const key = referenceKey(ref)
      return key in readings.figures || key in readings.series
    })
  )
}

const isPhoto = ({ kind }: Block): boolean => kind === 'photo'

/** Inserts a template block after the nearest template block above it that is present. */
function putInPlace(block: Block, blocks: Block[], fresh: readonly Block[]): void {
  const above = fresh.slice(0, fresh.indexOf(block)).findLast(candidate => blocks.includes(candidate))
  blocks.splice(above ? blocks.indexOf(above) + 1 : 0, 0, block)
}

/** Combines the blocks of a new draft with the order and the typed text of the last issue. */
function arranged(last: Stored, was: readonly Block[], fresh: readonly Block[]): Block[] {
  const pairs = pairsOf(was, fresh)
  const periods = periodsOf(pairs)
  const open = new Map(pairs.map(([before, now]) => [keyOf(before), now]))
  const blocks: Block[] = []
  const text = new CarriedText(last)
  for (const block of last.document.blocks.filter(block => !isCarriedNote(block))) {
    const key = keyOf(block)
    const now = open.get(key)
    // Photos are not carried over: they belong to their own period.
    if (!now && isPhoto(block)) continue
    if (now) {
      blocks.push(now)
      open.delete(key)
      text.interrupt()
    } else blocks.push(...text.carried(moved(block, periods)))
  }
  // A draft contains everything that was not removed.
  for (const [before, now] of last.state === 'draft' ? [] : pairs) {
    if (blocks.includes(now) || !isUnprinted(before, last)) continue
    putInPlace(now, blocks, fresh)
  }
  // Where the photos or their section were removed from the last issue, none are added.
  const isWanted = !was.some(isPhoto) || last.document.blocks.some(isPhoto)
  for (const photo of isWanted ? fresh.filter(isPhoto) : []) {
    const above = fresh.slice(0, fresh.indexOf(photo)).findLast(({ kind }) => kind === 'heading')
    if (above && blocks.includes(above) && !blocks.includes(photo)) putInPlace(photo, blocks, fresh)
  }
  return renumbered(blocks, fresh)
}

/**
 * A draft about a new period, modelled on another briefing: removed sections stay out; added or rewritten
 * text is carried over, with a note where it needs checking; and so is the Word template. Errors: those of
 * `draftOf`.
 */
export async function draftLike(
  centre: Centre,
  asked: DraftRequest,
  { model: last, context }: { model: Stored; context: QueryContext },
): Promise<{ document: BriefingDocument; from: string; to: string }> {
  const draft = await draftOf(centre, asked, context)
  const { comparison, from, to } = last
  const was = await draftOf(centre, { ...asked, comparison, period: `${from}..${to}` }, context)
  const { document } = draft
  const { title, word } = last.document
  return {
    ...draft,
    document: {
      ...document,
      title: title === was.document.title ? document.title : title,
      blocks: arranged(last, was.document.blocks, document.blocks),
      ...(word && { word }),
    },
  }
}
