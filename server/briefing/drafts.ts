import type { Desk } from './desk.ts'
import type { Block, BriefingDocument } from './document.ts'
import type { DraftRequest } from './draft.ts'
import type { Stored } from './store.ts'
import { NamedError } from '#measures'
import { searchable } from './document.ts'
import { draftOf } from './draft.ts'
import { readDocument } from './read.ts'
import { asJson, dateOf, findBriefing, storedOf } from './store.ts'

const shown = (document: BriefingDocument) => ({ document: asJson(document), title: document.title, words: searchable(document) })

/** Begins a briefing from a template. Errors: those of a question. */
export async function beginDraft({ centre, asking, by }: Desk, asked: DraftRequest): Promise<Stored> {
  const { document, from, to } = await draftOf(centre, asked, asking)
  const { readings } = await readDocument(document, { centre: centre.code, language: asked.language, asking })
  const { now, database } = asking
  const row = await database.prisma.briefing.create({ data: { centreId: centre.id, series: asked.template, language: asked.language, periodFrom: dateOf(from), periodTo: dateOf(to), comparison: asked.comparison, ...shown(document), readings: asJson(readings), author: by, createdAt: now, editedBy: by, editedAt: now } })
  return storedOf(row)
}

/** What to save, and which revision it was made from. */
export interface Save { id: number, revision: number, document: BriefingDocument }

/**
 * Keeps a draft. Nobody overwrites what they have not seen. Errors: briefing-changed where another revision was saved meanwhile or it is
 * frozen, briefing-not-found, and those of a question.
 */
export async function saveDraft({ centre, asking, by }: Desk, { id, revision, document }: Save): Promise<Stored> {
  const { database, now } = asking
  const { readings } = await readDocument(document, { centre: centre.code, language: document.language, asking })
  const saved = await database.prisma.briefing.updateMany({ where: { centreId: centre.id, id, revision, state: 'draft' }, data: { ...shown(document), readings: asJson(readings), revision: revision + 1, editedBy: by, editedAt: now } })
  const stored = await findBriefing(database, centre, id)
  if (saved.count === 0)
    throw stored.state === 'draft' ? new NamedError('briefing-changed', { by: stored.editedBy, revision: stored.revision }) : new NamedError('briefing-frozen', { briefing: id })
  return stored
}

/** Adds a block at the end of a draft, whatever its revision: nothing that others wrote is touched. Errors: those of saveDraft. */
export async function appendBlock(desk: Desk, { id, block }: { id: number, block: Block }): Promise<Stored> {
  for (let tries = 0; ; tries++) {
    const { document, revision } = await findBriefing(desk.asking.database, desk.centre, id)
    try {
      return await saveDraft(desk, { id, revision, document: { ...document, blocks: [...document.blocks, block] } })
    }
    catch (error) {
      if (tries >= 5 || !(error instanceof NamedError) || error.name !== 'briefing-changed')
        throw error
    }
  }
}

/** Throws a draft away. Errors: briefing-not-found, briefing-frozen. */
export async function discardDraft({ centre, asking: { database } }: Desk, id: number): Promise<void> {
  await findBriefing(database, centre, id)
  const gone = await database.prisma.briefing.deleteMany({ where: { centreId: centre.id, id, state: 'draft' } })
  if (gone.count === 0)
    throw new NamedError('briefing-frozen', { briefing: id })
}
