import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { BriefingDocument } from '../document.ts'
import type { PaperSettings } from './settings.ts'
import { storedOf } from '../store.ts'
import { framed, isAhead, nextRegistration } from './frame.ts'
import { paperOf } from './settings.ts'

/** The last issue with a registration, such as 平简007号. */
export interface Registered {
  registration: string
  issue: string
}

/** The last issue with a registration; null where there is none. */
async function lastRegistered({ prisma }: Database, centreId: number): Promise<Registered | null> {
  const rows = await prisma.briefing.findMany({
    where: { centreId, state: { not: 'draft' } },
    orderBy: { frozenAt: 'desc' },
    take: 20,
  })
  for (const row of rows) {
    const { ending, masthead } = storedOf(row).document
    if (ending.registration) return { registration: ending.registration, issue: masthead.issue }
  }
  return null
}

/**
 * The registration of the next issue: the one from the settings where it is still ahead, else the one after
 * that of the last issue, which is named in `after`.
 */
export async function nextRegistrationOf(
  database: Database,
  { centre, paper }: { centre: Pick<Centre, 'id'>; paper: PaperSettings },
): Promise<{ next: string; after: Registered | null }> {
  const { registration } = paper
  const after = registration ? await lastRegistered(database, centre.id) : null
  return after === null || isAhead(registration, after.registration)
    ? { next: registration, after: null }
    : { next: nextRegistration(after.registration), after }
}

/** A new draft with the centre's settings around its text. */
export async function newFrame(
  database: Database,
  { centre, document }: { centre: Centre; document: BriefingDocument },
): Promise<BriefingDocument> {
  const paper = await paperOf(database, centre)
  const { next: registration } = await nextRegistrationOf(database, { centre, paper })
  return framed(document, { paper, registration, language: document.language })
}
