import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { BriefingDocument } from '../document.ts'
import { searchable } from '../document.ts'
import { asJson, storedOf } from '../store.ts'
import { templateMasthead } from './frame.ts'

/** What is printed around an issue and counts it or says who gets it. */
interface Printed {
  masthead: string
  copyTo: string
  distributeTo: string
}

/** A draft with the new settings where it still has what the old ones gave it; null where nothing changes. */
function followed<D extends BriefingDocument>(
  document: D,
  { before, now }: { before: Printed; now: Printed },
): D | null {
  const { masthead, ending } = document
  const renamed = now.masthead !== '' && masthead.name === (before.masthead || templateMasthead)
  const follow = (text: string | undefined, was: string, is: string): string =>
    (text ?? '') === was ? is : (text ?? '')
  const next = {
    ...document,
    masthead: { ...masthead, ...(renamed && { name: now.masthead }) },
    ending: {
      ...ending,
      copyTo: follow(ending.copyTo, before.copyTo, now.copyTo),
      distributeTo: follow(ending.distributeTo, before.distributeTo, now.distributeTo),
    },
  }
  return JSON.stringify(next) === JSON.stringify(document) ? null : next
}

/**
 * Brings open drafts to new settings: masthead, and to whom it is sent, where nobody changed them by hand.
 * A draft under the old masthead would be counted in the run of that. Signed issues, corrections of them, and
 * what a leader is reading, stay as they are.
 */
export async function followSettings(
  { prisma }: Database,
  centre: Pick<Centre, 'id'>,
  settings: { before: Printed; now: Printed },
): Promise<void> {
  const rows = await prisma.briefing.findMany({
    where: {
      centreId: centre.id,
      state: 'draft',
      language: 'zh',
      review: { not: 'submitted' },
      replaces: null,
    },
  })
  for (const row of rows) {
    const { id, revision, document, readings } = storedOf(row)
    const next = followed(document, settings)
    // Whoever saves in the same moment keeps what they wrote; the check before signing names the old
    // masthead.
    if (next)
      await prisma.briefing.updateMany({
        where: { centreId: centre.id, id, revision, state: 'draft', review: { not: 'submitted' } },
        data: { document: asJson(next), words: searchable(next, readings), revision: revision + 1 },
      })
  }
}
