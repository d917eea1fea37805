import type { BriefingReview } from '../../prisma/generated/client.ts'
import type { BriefingContext } from './briefingContext.ts'
import type { News } from './notices.ts'
import type { Stored } from './store.ts'
import { NamedError, spanWords, textOfDay } from '#measures'
import { blockHashes } from './changesSinceReturn.ts'
import { insertRemark } from './insert.ts'
import { notify } from './notices.ts'
import { findBriefing } from './store.ts'

/** A draft, and the revision that the reviewer has read. */
interface AtRevision {
  id: number
  revision: number
}

/** The link to a briefing. */
const linkTo = (centre: string, id: number): string => `/briefings/${id}?centre=${encodeURIComponent(centre)}`

/** Adds news about a briefing to the inbox of its centre, under the local day. */
export async function tell(
  { centre, context: { database, now }, actor }: BriefingContext,
  id: number,
  news: Pick<News, 'kind' | 'subject' | 'words'>,
): Promise<void> {
  await notify(
    database,
    { ...news, link: linkTo(centre.code, id), ...(actor && { from: actor }) },
    { centreId: centre.id, day: textOfDay(centre.hall.zone.localAt(now.getTime()).day), now },
  )
}

async function draftAt({ centre, context }: BriefingContext, { id, revision }: AtRevision): Promise<Stored> {
  const draft = await findBriefing(context.database, centre, id)
  if (draft.state !== 'draft') throw new NamedError('briefing-frozen', { briefing: id })
  if (draft.revision !== revision)
    throw new NamedError('briefing-changed', { by: draft.editedBy, revision: draft.revision })
  return draft
}

type Step = 'submitted' | 'recalled' | 'returned'
const reviewAfter: Record<Step, BriefingReview> = {
  submitted: 'submitted',
  recalled: 'open',
  returned: 'returned',
}

/**
 * Moves a draft to its next review state and records who did it, and why. Errors: briefing-submitted where it
 * is already submitted, briefing-not-submitted where the step needs that.
 */
async function step(
  { centre, context: { database, now }, by }: BriefingContext,
  draft: Stored,
  { kind, text }: { kind: Step; text: string },
): Promise<void> {
  await database.prisma.$transaction(async prisma => {
    const moved = await prisma.briefing.updateMany({
      where: {
        centreId: centre.id,
        id: draft.id,
        state: 'draft',
        revision: draft.revision,
        review: kind === 'submitted' ? { not: 'submitted' } : 'submitted',
      },
      data: {
        review: reviewAfter[kind],
        ...(kind === 'returned' && { returned: blockHashes(draft.document) }),
      },
    })
    if (moved.count === 0)
      throw new NamedError(kind === 'submitted' ? 'briefing-submitted' : 'briefing-not-submitted', {
        briefing: draft.id,
      })
    await insertRemark(prisma, {
      centreId: centre.id,
      briefingId: draft.id,
      kind,
      quoted: '',
      text,
      by,
      at: now,
    })
  })
}

/**
 * Submits a draft for approval. Approvers are notified, and nobody edits it until it is recalled or returned.
 * Errors: briefing-not-found, briefing-frozen, briefing-submitted, and briefing-changed where the submitted
 * revision is not the latest.
 */
export async function submitDraft(briefing: BriefingContext, asked: AtRevision): Promise<void> {
  const draft = await draftAt(briefing, asked)
  await step(briefing, draft, { kind: 'submitted', text: '' })
  const { by } = briefing
  const { title } = draft.document
  await tell(briefing, draft.id, {
    kind: 'submitted',
    subject: `submitted ${draft.id} ${draft.revision}`,
    words: {
      zh: `${by}送审：${title}（${spanWords(draft, 'zh', '')}，第${draft.revision}版）`,
      en: `${by} submits for approval: ${title} (${spanWords(draft, 'en', '')}, revision ${draft.revision})`,
    },
  })
}

/** Recalls a submission for further editing. Errors: those of `submitDraft`, briefing-not-submitted. */
export async function recallDraft(briefing: BriefingContext, asked: AtRevision): Promise<void> {
  const draft = await draftAt(briefing, asked)
  await step(briefing, draft, { kind: 'recalled', text: '' })
}

/**
 * Returns a submitted draft to its author, with a reason. Errors: those of `submitDraft`,
 * briefing-not-submitted.
 */
export async function sendBack(
  briefing: BriefingContext,
  { why, ...asked }: AtRevision & { why: string },
): Promise<void> {
  const draft = await draftAt(briefing, asked)
  await step(briefing, draft, { kind: 'returned', text: why })
  const { by } = briefing
  const { title } = draft.document
  await tell(briefing, draft.id, {
    kind: 'returned',
    subject: `returned ${draft.id} ${draft.revision}`,
    words: { zh: `${by}退回《${title}》：${why}`, en: `${by} sends back “${title}”: ${why}` },
  })
}

/** Notifies people that an issue was signed, with its number. */
export async function tellSigned(briefing: BriefingContext, issue: Stored): Promise<void> {
  const { by } = briefing
  const { title, masthead } = issue.document
  await tell(briefing, issue.id, {
    kind: 'signed',
    subject: `signed ${issue.id}`,
    words: {
      zh: `${by}签发《${title}》（${masthead.issue}），可以印发`,
      en: `${by} signed “${title}” (${masthead.issue}): ready to be printed`,
    },
  })
}
