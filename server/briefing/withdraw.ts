import type { BriefingContext } from './briefingContext.ts'
import type { Stored } from './store.ts'
import { NamedError } from '#measures'
import { searchable } from './document.ts'
import { readDocument } from './read.ts'
import { asJson, dateOf, findBriefing, storedOf } from './store.ts'

/**
 * Takes an issue back, with a reason. It stays in the archive as what it was, marked. Errors:
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

/**
 * A draft with the text of a withdrawn issue and today's figures, to be frozen under the same number as
 * its next edition. Errors: briefing-not-found, briefing-not-withdrawn.
 */
export async function reissue({ centre, context, by }: BriefingContext, id: number): Promise<Stored> {
  const { database, now } = context
  const issue = await findBriefing(database, centre, id)
  if (issue.state !== 'withdrawn') throw new NamedError('briefing-not-withdrawn', { briefing: id })
  const { series, language, comparison, from, to } = issue
  // What the next edition corrects is found when it is frozen.
  const { correction: _, ...document } = issue.document
  const { readings } = await readDocument(document, { centre: centre.code, language, context })
  const row = await database.prisma.briefing.create({
    data: {
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
    },
  })
  return storedOf(row)
}
