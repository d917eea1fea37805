import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { BriefingDocument } from '../document.ts'
import type { PaperSettings } from './settings.ts'
import { storedOf } from '../store.ts'
import { framed, nextRegistration } from './frame.ts'
import { paperOf } from './settings.ts'

/** The registration of the last issue, such as 平简007号; empty where there is none. */
async function lastRegistration({ prisma }: Database, centreId: number): Promise<string> {
  const rows = await prisma.briefing.findMany({
    where: { centreId, state: { not: 'draft' } },
    orderBy: { frozenAt: 'desc' },
    take: 20,
  })
  for (const row of rows) {
    const { registration } = storedOf(row).document.ending
    if (registration) return registration
  }
  return ''
}

/** The registration of the next issue: after the last one, or the initial one from the settings. */
export async function nextRegistrationOf(
  database: Database,
  { centre, paper }: { centre: Pick<Centre, 'id'>; paper: PaperSettings },
): Promise<string> {
  const last = paper.registration ? await lastRegistration(database, centre.id) : ''
  return last ? nextRegistration(last) : paper.registration
}

/** A new draft with the centre's settings around its text. */
export async function newFrame(
  database: Database,
  { centre, document }: { centre: Centre; document: BriefingDocument },
): Promise<BriefingDocument> {
  const paper = await paperOf(database, centre)
  const registration = await nextRegistrationOf(database, { centre, paper })
  return framed(document, { paper, registration, language: document.language })
}
