import type { Database } from '../storage/database.ts'
import type { BriefingContext } from './briefingContext.ts'
import type { Stored } from './store.ts'
import { NamedError } from '#measures'
import { searchable } from './document.ts'
import { insertBriefing } from './insert.ts'
import { readDocument } from './read.ts'
import { asJson, dateOf, findBriefing, storedOf } from './store.ts'

/**
 * Withdraws an issue, with a reason. It stays in the archive, marked as withdrawn. Errors:
 * briefing-not-found, briefing-not-frozen.
 */
export async function withdrawIssue(
  { centre, context, by }: BriefingContext,
  { id, why }: { id: number; why: string },
): Promise<Stored> {
  const { database, now } = context
  await findBriefing(database, centre, id)
  const done = await database.prisma.briefing.updateMany({
    where: { centreId: centre.id, id, state: 'frozen' },
    data: { state: 'withdrawn', withdrawnAt: now, withdrawnBy: by, withdrawnWhy: why },
  })
  if (done.count === 0) throw new NamedError('briefing-not-frozen', { briefing: id })
  return findBriefing(database, centre, id)
}

/** The edition that replaces a withdrawn issue, draft or signed; null where there is none. */
export async function correctionOf(
  prisma: Pick<Database['prisma'], 'briefing'>,
  { centreId, id }: { centreId: number; id: number },
): Promise<{ id: number; state: Stored['state']; issue: string } | null> {
  const row = await prisma.briefing.findFirst({ where: { centreId, replaces: id }, orderBy: { id: 'asc' } })
  return row && { id: row.id, state: row.state, issue: storedOf(row).document.masthead.issue }
}

/**
 * Creates a draft with the text of a withdrawn issue and current figures, to be signed under the same number
 * as its next edition. Errors: briefing-not-found, briefing-not-withdrawn, briefing-corrected where a
 * correction exists.
 */
export async function reissue({ centre, context, by }: BriefingContext, id: number): Promise<Stored> {
  const { database, now } = context
  const issue = await findBriefing(database, centre, id)
  if (issue.state !== 'withdrawn') throw new NamedError('briefing-not-withdrawn', { briefing: id })
  const { series, language, comparison, from, to } = issue
  // The list of corrections is computed when the next edition is shown and signed.
  const { correction: _, ...document } = issue.document
  const { readings } = await readDocument(document, { centre: centre.code, language, context })
  return database.prisma.$transaction(async prisma => {
    // Locks the row of the issue, so that a concurrent request finds this correction.
    await prisma.briefing.updateMany({ where: { centreId: centre.id, id }, data: { state: 'withdrawn' } })
    const correction = await correctionOf(prisma, { centreId: centre.id, id })
    if (correction) throw new NamedError('briefing-corrected', { briefing: id, correction: correction.id })
    return insertBriefing(prisma, {
      centreId: centre.id,
      series,
      language,
      comparison,
      periodFrom: dateOf(from),
      periodTo: dateOf(to),
      document: asJson(document),
      title: document.title,
      words: searchable(document, readings),
      readings: asJson(readings),
      author: by,
      createdAt: now,
      editedBy: by,
      editedAt: now,
      replaces: id,
    })
  })
}
