import { z } from 'zod'
import { measureIds } from '#measures'
import { actorOf } from '../access/permissions.ts'
import { listBriefings, reportedAcross } from '../briefing/archive.ts'
import { briefingContextIn, namedBy, readHeadline } from '../briefing/briefingContext.ts'
import { findingKinds } from '../briefing/checks.ts'
import { blockSchema, documentSchema, figureSchema } from '../briefing/documentSchema.ts'
import { appendBlock, beginDraft, discardDraft, saveDraft } from '../briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../briefing/freeze.ts'
import { noticesOf, readNotices } from '../briefing/notices.ts'
import { previewPaper } from '../briefing/paper/preview.ts'
import { setPaper } from '../briefing/paper/setPaper.ts'
import { paperOf, paperSettingsSchema } from '../briefing/paper/settings.ts'
import { praisePhotos } from '../briefing/photos.ts'
import { leaveBriefing, writersBeside } from '../briefing/presence.ts'
import { readDocument } from '../briefing/read.ts'
import { restatementOf } from '../briefing/restate.ts'
import { recallDraft, sendBack, submitDraft, tellSigned } from '../briefing/review.ts'
import { picturesOf, printedOf, showBriefing } from '../briefing/shown.ts'
import { findBriefing, revisionOf } from '../briefing/store.ts'
import { templateNames } from '../briefing/templates/given.ts'
import { reissue, withdrawIssue } from '../briefing/withdraw.ts'
import { fieldList } from '../briefing/word/fieldList.ts'
import { retireTemplate, templatesOf } from '../briefing/word/templateStore.ts'
import { isNamedError } from '../common/errors.ts'
import { integer, isoDay, recordNumber } from '../measures/inputs.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const id = recordNumber
const language = z.enum(['zh', 'en'])
const words = z.string().min(1).max(40)
const oneSchema = z.strictObject({ centre: centreCode, id })
const said = z.string().trim().min(1).max(400)
const revisionSchema = z.strictObject({ centre: centreCode, id, revision: recordNumber })
const beginSchema = z.strictObject({
  centre: centreCode,
  template: z.enum(templateNames),
  period: words,
  comparison: words,
  language,
  /** As the last signed issue of the template: its order, and the texts that were written. */
  likeLast: z.boolean().default(false),
  /** As this briefing: an issue, or a draft that serves as a template. */
  like: id.optional(),
})
const listSchema = z.strictObject({
  centre: centreCode,
  text: z.string().max(100).optional(),
  series: z.enum(templateNames).optional(),
  state: z.enum(['draft', 'frozen', 'withdrawn']).optional(),
  /** Only drafts in this state of review. */
  review: z.enum(['open', 'submitted', 'returned']).optional(),
  before: id.optional(),
  limit: integer(1, 200).default(50),
})

/**
 * Briefings: created from templates, edited as drafts, frozen as issues, searched, compared and withdrawn.
 */
export const briefingsRouter = router({
  list: centreProcedure('briefings.read')
    .input(listSchema)
    .query(async ({ input, ctx }) => listBriefings(ctx.database, ctx.centre, input)),
  show: centreProcedure('briefings.read')
    .input(oneSchema)
    .query(async ({ input, ctx }) => showBriefing(briefingContextIn(ctx), input.id)),
  figures: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode, period: words, comparison: words, language }))
    .query(async ({ input, ctx }) => readHeadline(briefingContextIn(ctx), input)),
  across: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode, measure: z.enum(measureIds) }))
    .query(async ({ input, ctx }) => reportedAcross(ctx.database, ctx.centre, input.measure)),
  restatement: centreProcedure('briefings.read')
    .input(oneSchema)
    .query(async ({ input, ctx }) => {
      const hall = ctx.centre
      return restatementOf(ctx.database, hall, await findBriefing(ctx.database, hall, input.id))
    }),
  paper: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => paperOf(ctx.database, ctx.centre)),
  previewPaper: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode, settings: paperSettingsSchema }))
    .query(async ({ input: { settings }, ctx }) => {
      const { centre } = ctx
      const today = centre.hall.zone.localAt(ctx.clock().getTime()).day
      return previewPaper(ctx.database, { centre, settings, today })
    }),
  setPaper: centreProcedure('briefings.write', { audit: 'briefing-paper-set' })
    .input(z.strictObject({ centre: centreCode, settings: paperSettingsSchema }))
    .mutation(async ({ input, ctx }) => {
      const { settings } = input
      ctx.note({ centre: input.centre, details: { settings: JSON.stringify(settings) } })
      await setPaper(ctx.database, {
        centre: ctx.centre,
        settings,
        by: namedBy(ctx.viewer),
        now: ctx.clock(),
      })
    }),
  templates: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => templatesOf(ctx.database, ctx.centre)),
  templateFields: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode, language }))
    .query(({ input }) => fieldList(input.language)),
  retireTemplate: centreProcedure('briefings.write', { audit: 'briefing-template-retired' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `template ${input.id}` })
      const { centre, context, by } = briefingContextIn(ctx)
      await retireTemplate(ctx.database, { centre, id: input.id, by, now: context.now })
    }),
  begin: centreProcedure('briefings.write', { audit: 'briefing-begun' })
    .input(beginSchema)
    .mutation(async ({ input, ctx }) => {
      const stored = await beginDraft(briefingContextIn(ctx), input)
      ctx.note({
        centre: input.centre,
        subject: `briefing ${stored.id}`,
        details: {
          template: input.template,
          from: stored.from,
          to: stored.to,
          likeLast: input.likeLast,
          like: input.like ?? '',
        },
      })
      return { id: stored.id }
    }),
  // Saving is not audited: it happens every few seconds. The log records who froze an issue, and the draft
  // who last edited it.
  save: centreProcedure('briefings.write')
    .input(z.strictObject({ centre: centreCode, id, revision: recordNumber, document: documentSchema }))
    .mutation(async ({ input, ctx }) => {
      const briefing = briefingContextIn(ctx)
      try {
        const saved = await saveDraft(briefing, input)
        const { revision, editedAt, readings } = saved
        const [pictures, printed] = [picturesOf(saved), await printedOf(briefing, saved, saved)]
        const word = saved.document.word ?? null
        return { outcome: 'saved' as const, revision, editedAt, readings, pictures, ...printed, word }
      } catch (error) {
        // Not thrown as an error: the editor merges the two texts and saves again.
        if (!isNamedError(error) || error.name !== 'briefing-changed') throw error
        return { outcome: 'changed' as const, newer: await showBriefing(briefing, input.id) }
      }
    }),
  beside: centreProcedure('briefings.write')
    .input(oneSchema.extend({ page: z.string().min(8).max(40), leaves: z.boolean() }))
    .mutation(async ({ input, ctx }) => {
      const { id, page, leaves } = input
      const at = { centreId: ctx.centre.id, id, page }
      const revision = await revisionOf(ctx.database, ctx.centre, id)
      if (leaves) leaveBriefing(ctx.database, at)
      const name = ctx.viewer.shownName
      const others = leaves ? [] : writersBeside(ctx.database, { ...at, name, now: ctx.clock() })
      return { others, revision }
    }),
  preview: centreProcedure('briefings.write')
    .input(z.strictObject({ centre: centreCode, language, figures: z.array(figureSchema).max(40) }))
    .query(async ({ input, ctx }) => {
      const { readings } = await readDocument(
        { blocks: [{ kind: 'paragraph', inlines: input.figures }] },
        { centre: input.centre, language: input.language, context: briefingContextIn(ctx).context },
      )
      return readings
    }),
  /** Banners and letters with a photo in some days, for insertion into the text. */
  photos: centreProcedure('briefings.write')
    .input(z.strictObject({ centre: centreCode, from: isoDay, to: isoDay, language }))
    .query(async ({ input, ctx }) => praisePhotos(ctx.centre, input, briefingContextIn(ctx).context)),
  append: centreProcedure('briefings.write', { audit: 'briefing-saved' })
    .input(z.strictObject({ centre: centreCode, id, block: blockSchema }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}` })
      const { revision, document } = await appendBlock(briefingContextIn(ctx), input)
      return { revision, title: document.title }
    }),
  discard: centreProcedure('briefings.write', { audit: 'briefing-discarded' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}` })
      await discardDraft(briefingContextIn(ctx), input.id)
    }),
  check: centreProcedure('briefings.read')
    .input(revisionSchema)
    .query(async ({ input, ctx }) => checkDraft(briefingContextIn(ctx), input)),
  submit: centreProcedure('briefings.write', { audit: 'briefing-submitted' })
    .input(revisionSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({
        centre: input.centre,
        subject: `briefing ${input.id}`,
        details: { revision: input.revision },
      })
      await submitDraft(briefingContextIn(ctx), input)
    }),
  recall: centreProcedure('briefings.write', { audit: 'briefing-recalled' })
    .input(revisionSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}` })
      await recallDraft(briefingContextIn(ctx), input)
    }),
  sendBack: centreProcedure('briefings.freeze', { audit: 'briefing-returned' })
    .input(revisionSchema.extend({ why: said }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}`, details: { why: input.why } })
      await sendBack(briefingContextIn(ctx), input)
    }),
  freeze: centreProcedure('briefings.freeze', { audit: 'briefing-frozen' })
    .input(revisionSchema.extend({ accepts: z.array(z.enum(findingKinds)).max(20) }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}`, details: { accepts: input.accepts } })
      const signed = await freezeDraft(briefingContextIn(ctx), input)
      const { hash, issue, document } = signed
      await tellSigned(briefingContextIn(ctx), signed)
      ctx.note({
        centre: input.centre,
        subject: `briefing ${input.id}`,
        details: { accepts: input.accepts, issue: document.masthead.issue, hash: hash ?? '' },
      })
      return { hash, issue }
    }),
  withdraw: centreProcedure('briefings.freeze', { audit: 'briefing-withdrawn' })
    .input(oneSchema.extend({ why: said }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}`, details: { why: input.why } })
      await withdrawIssue(briefingContextIn(ctx), input)
    }),
  reissue: centreProcedure('briefings.write', { audit: 'briefing-reissued' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}` })
      return { id: (await reissue(briefingContextIn(ctx), input.id)).id }
    }),
  notices: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) =>
      noticesOf(ctx.database, {
        centreId: ctx.centre.id,
        name: actorOf(ctx.viewer),
        now: ctx.clock(),
      }),
    ),
  readNotices: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode }))
    .mutation(async ({ ctx }) =>
      readNotices(ctx.database, {
        centreId: ctx.centre.id,
        name: actorOf(ctx.viewer),
      }),
    ),
})
