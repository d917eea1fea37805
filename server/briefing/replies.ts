import type { BriefingContext } from './briefingContext.ts'
import type { Remark } from './remarks.ts'
import { NamedError } from '#measures'
import { insertRemark } from './insert.ts'
import { inQuotes, remarkOf } from './remarks.ts'
import { tell } from './review.ts'
import { findBriefing } from './store.ts'

/**
 * Replies to a comment, which stays open. Errors: briefing-not-found, briefing-frozen, remark-not-open where
 * the comment is closed or does not exist.
 */
export async function replyTo(
  briefing: BriefingContext,
  { id, remark, text }: { id: number; remark: number; text: string },
): Promise<Remark> {
  const { centre, context, by } = briefing
  const { database, now } = context
  const draft = await findBriefing(database, centre, id)
  if (draft.state !== 'draft') throw new NamedError('briefing-frozen', { briefing: id })
  const comment = await database.prisma.briefingRemark.findFirst({
    where: { centreId: centre.id, id: remark, briefingId: id, kind: 'comment', doneAt: null },
  })
  if (!comment) throw new NamedError('remark-not-open')
  const { blockId } = comment
  const said = { kind: 'reply' as const, replyTo: remark, blockId, quoted: '', text, by, at: now }
  const row = await insertRemark(database.prisma, { centreId: centre.id, briefingId: id, ...said })
  await tell(briefing, id, {
    kind: 'comment',
    subject: `reply ${row.id}`,
    words: {
      zh: `${by}回复批注${inQuotes(comment.text)}：${text}`,
      en: `${by} answers the comment “${comment.text}”: ${text}`,
    },
  })
  return remarkOf(row)
}
