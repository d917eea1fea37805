import type { Readings } from '#measures'
import type { BriefingContext } from './briefingContext.ts'
import type { Block, BriefingDocument } from './document.ts'
import type { DraftRequest } from './draft.ts'
import type { Stored } from './store.ts'
import { NamedError } from '#measures'
import { withBlockIds } from './blockIds.ts'
import { searchable } from './document.ts'
import { draftOf } from './draft.ts'
import { insertBriefing } from './insert.ts'
import { draftLike, modelOf, templateOfSeries } from './likeLast.ts'
import { checkPhotos } from './photos.ts'
import { readDocument } from './read.ts'
import { asJson, dateOf, findBriefing } from './store.ts'
import { withWordFields } from './word/templateStore.ts'

const shown = (document: BriefingDocument, readings: Readings) => ({
  document: asJson(document),
  title: document.title,
  words: searchable(document, readings),
})

/**
 * Creates a briefing from a template, with the sections of its last issue or of any other briefing, which
 * then serves as the centre's own template. Errors: briefing-not-found, those of a question.
 */
export async function beginDraft(
  { centre, context, by }: BriefingContext,
  wanted: DraftRequest & { likeLast?: boolean; like?: number | undefined },
): Promise<Stored> {
  const model = await modelOf(centre, wanted, context)
  // A draft modelled on another briefing has its kind and language.
  const asked = model ? { ...wanted, template: templateOfSeries(model), language: model.language } : wanted
  const written = await (model
    ? draftLike(centre, asked, { model, context })
    : draftOf(centre, asked, context))
  const { from, to } = written
  const document = await withWordFields(context.database, {
    centre,
    document: withBlockIds(written.document),
    dates: { from, to },
  })
  const { readings } = await readDocument(document, {
    centre: centre.code,
    language: asked.language,
    context,
  })
  const { now, database } = context
  return insertBriefing(database.prisma, {
    centreId: centre.id,
    series: asked.template,
    language: asked.language,
    periodFrom: dateOf(from),
    periodTo: dateOf(to),
    comparison: asked.comparison,
    ...shown(document, readings),
    readings: asJson(readings),
    author: by,
    createdAt: now,
    editedBy: by,
    editedAt: now,
  })
}

/** The document to save, and the revision on which it is based. */
interface Save {
  id: number
  revision: number
  document: BriefingDocument
}

/** A saved draft, and the day until which its figures have data. */
type Saved = Stored & { dataUntil: string | null }

/**
 * Saves a draft. Errors: briefing-changed where another revision was saved meanwhile, briefing-frozen,
 * briefing-submitted, briefing-not-found, template-not-found, photo-not-found, and those of a question.
 */
export async function saveDraft(
  { centre, context, by }: BriefingContext,
  { id, revision, document: written }: Save,
): Promise<Saved> {
  const { database, now } = context
  const before = await findBriefing(database, centre, id)
  await checkPhotos({ centre, context, by }, written, before.document)
  const document = await withWordFields(database, { centre, document: withBlockIds(written), dates: before })
  const { readings, dataUntil } = await readDocument(document, {
    centre: centre.code,
    language: document.language,
    context,
  })
  const saved = await database.prisma.briefing.updateMany({
    where: { centreId: centre.id, id, revision, state: 'draft', review: { not: 'submitted' } },
    data: {
      ...shown(document, readings),
      readings: asJson(readings),
      revision: revision + 1,
      editedBy: by,
      editedAt: now,
    },
  })
  const stored = await findBriefing(database, centre, id)
  if (saved.count === 0) throw whyNotSaved(stored)
  return { ...stored, dataUntil }
}

function whyNotSaved({ id, state, review, editedBy, revision }: Stored): NamedError {
  if (state !== 'draft') return new NamedError('briefing-frozen', { briefing: id })
  return review === 'submitted'
    ? new NamedError('briefing-submitted', { briefing: id })
    : new NamedError('briefing-changed', { by: editedBy, revision })
}

/**
 * Appends a block to a draft, at whatever revision; other blocks are not changed. Errors: those of saveDraft.
 */
export async function appendBlock(
  briefing: BriefingContext,
  { id, block }: { id: number; block: Block },
): Promise<Stored> {
  for (let tries = 0; ; tries++) {
    const { document, revision } = await findBriefing(briefing.context.database, briefing.centre, id)
    try {
      return await saveDraft(briefing, {
        id,
        revision,
        document: { ...document, blocks: [...document.blocks, block] },
      })
    } catch (error) {
      if (tries >= 5 || !(error instanceof NamedError) || error.name !== 'briefing-changed') throw error
    }
  }
}

/**
 * Deletes a draft with its comments. Errors: briefing-not-found, briefing-frozen, briefing-instructed where
 * it has instructions.
 */
export async function discardDraft(
  { centre, context: { database } }: BriefingContext,
  id: number,
): Promise<void> {
  await findBriefing(database, centre, id)
  const instructions = await database.prisma.briefingRemark.count({
    where: { centreId: centre.id, briefingId: id, kind: 'instruction' },
  })
  if (instructions > 0) throw new NamedError('briefing-instructed', { briefing: id })
  const gone = await database.prisma.briefing.deleteMany({
    where: { centreId: centre.id, id, state: 'draft' },
  })
  if (gone.count === 0) throw new NamedError('briefing-frozen', { briefing: id })
}
