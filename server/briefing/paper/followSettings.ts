import type { Centre } from '../../centres/centre.ts'
import type { Database } from '../../storage/database.ts'
import type { BriefingDocument } from '../document.ts'
import { searchable } from '../document.ts'
import { asJson, storedOf } from '../store.ts'
import { templateMasthead } from './frame.ts'

/** The settings that drafts follow: masthead and recipients. */
interface Printed {
  masthead: string
  copyTo: string
  distributeTo: string
}

/**
 * Applies new settings to a draft where it still has the values of the old ones; null where nothing changes.
 */
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
 * Applies new settings to open drafts: masthead and recipients, except where they were edited. A draft with
 * the old masthead would be counted in its run. Signed issues, their corrections and submitted drafts are not
 * changed.
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
    // A save at the same moment wins; the check before signing then reports the old masthead.
    if (next)
      await prisma.briefing.updateMany({
        where: { centreId: centre.id, id, revision, state: 'draft', review: { not: 'submitted' } },
        data: { document: asJson(next), words: searchable(next, readings), revision: revision + 1 },
      })
  }
}
