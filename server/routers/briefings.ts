import { z } from 'zod'
import { measureIds } from '#measures'
import { actorOf } from '../access/permissions.ts'
import { listBriefings, reportedAcross } from '../briefing/archive.ts'
import { findingKinds } from '../briefing/checks.ts'
import { deskFor, readHeadline } from '../briefing/desk.ts'
import { blockSchema, documentSchema } from '../briefing/documentSchema.ts'
import { appendBlock, beginDraft, discardDraft, saveDraft } from '../briefing/drafts.ts'
import { checkDraft, freezeDraft } from '../briefing/freeze.ts'
import { noticesOf, readNotices } from '../briefing/notices.ts'
import { restatementOf } from '../briefing/restate.ts'
import { picturesOf, showBriefing } from '../briefing/shown.ts'
import { findBriefing } from '../briefing/store.ts'
import { templateNames } from '../briefing/templates/index.ts'
import { reissue, withdrawIssue } from '../briefing/withdraw.ts'
import { parseInput } from '../measures/parseInput.ts'
import { procedureFor, router } from '../trpc.ts'

const centre = z.string().min(1).max(120)
const id = z.int().min(1).max(2_147_483_647)
const language = z.enum(['zh', 'en'])
const words = z.string().min(1).max(40)
const oneSchema = z.strictObject({ centre, id })
const revisionSchema = z.strictObject({ centre, id, revision: z.int().min(1) })
const beginSchema = z.strictObject({ centre, template: z.enum(templateNames), period: words, comparison: words, language })
const listSchema = z.strictObject({ centre, text: z.string().max(100).optional(), series: z.enum(templateNames).optional(), state: z.enum(['draft', 'frozen', 'withdrawn']).optional(), before: id.optional(), limit: z.int().min(1).max(200).default(50) })

/** Briefings: written from templates, kept as drafts, frozen as issues, searched, compared and taken back. */
export const briefingsRouter = router({
  list: procedureFor('briefings.read')
    .input((input: unknown) => parseInput(listSchema, input))
    .query(async ({ input, ctx }) => listBriefings(ctx.database, (await deskFor(ctx, input.centre)).centre, input)),
  show: procedureFor('briefings.read')
    .input((input: unknown) => parseInput(oneSchema, input))
    .query(async ({ input, ctx }) => showBriefing(await deskFor(ctx, input.centre), input.id)),
  figures: procedureFor('briefings.read')
    .input((input: unknown) => parseInput(z.strictObject({ centre, period: words, comparison: words, language }), input))
    .query(async ({ input, ctx }) => readHeadline(await deskFor(ctx, input.centre), input)),
  across: procedureFor('briefings.read')
    .input((input: unknown) => parseInput(z.strictObject({ centre, measure: z.enum(measureIds) }), input))
    .query(async ({ input, ctx }) => reportedAcross(ctx.database, (await deskFor(ctx, input.centre)).centre, input.measure)),
  restatement: procedureFor('briefings.read')
    .input((input: unknown) => parseInput(oneSchema, input))
    .query(async ({ input, ctx }) => {
      const { centre: hall } = await deskFor(ctx, input.centre)
      return restatementOf(ctx.database, hall, await findBriefing(ctx.database, hall, input.id))
    }),
  begin: procedureFor('briefings.write', { audit: 'briefing-begun' })
    .input((input: unknown) => parseInput(beginSchema, input))
    .mutation(async ({ input, ctx }) => {
      const stored = await beginDraft(await deskFor(ctx, input.centre), input)
      ctx.note({ centre: input.centre, subject: `briefing ${stored.id}`, details: { template: input.template, from: stored.from, to: stored.to } })
      return { id: stored.id }
    }),
  // Saves follow each other every few seconds while somebody writes; the log names who froze what, and the draft who wrote last.
  save: procedureFor('briefings.write')
    .input((input: unknown) => parseInput(z.strictObject({ centre, id, revision: z.int().min(1), document: documentSchema }), input))
    .mutation(async ({ input, ctx }) => {
      const saved = await saveDraft(await deskFor(ctx, input.centre), input)
      return { revision: saved.revision, editedAt: saved.editedAt, readings: saved.readings, pictures: picturesOf(saved) }
    }),
  append: procedureFor('briefings.write', { audit: 'briefing-saved' })
    .input((input: unknown) => parseInput(z.strictObject({ centre, id, block: blockSchema }), input))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}` })
      const { revision, document } = await appendBlock(await deskFor(ctx, input.centre), input)
      return { revision, title: document.title }
    }),
  discard: procedureFor('briefings.write', { audit: 'briefing-discarded' })
    .input((input: unknown) => parseInput(oneSchema, input))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}` })
      await discardDraft(await deskFor(ctx, input.centre), input.id)
    }),
  check: procedureFor('briefings.read')
    .input((input: unknown) => parseInput(revisionSchema, input))
    .query(async ({ input, ctx }) => checkDraft(await deskFor(ctx, input.centre), input)),
  freeze: procedureFor('briefings.freeze', { audit: 'briefing-frozen' })
    .input((input: unknown) => parseInput(revisionSchema.extend({ accepts: z.array(z.enum(findingKinds)).max(20) }), input))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}`, details: { accepts: input.accepts } })
      const { hash, issue, document } = await freezeDraft(await deskFor(ctx, input.centre), input)
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}`, details: { accepts: input.accepts, issue: document.masthead.issue, hash: hash ?? '' } })
      return { hash, issue }
    }),
  withdraw: procedureFor('briefings.freeze', { audit: 'briefing-withdrawn' })
    .input((input: unknown) => parseInput(oneSchema.extend({ why: z.string().trim().min(1).max(400) }), input))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}`, details: { why: input.why } })
      await withdrawIssue(await deskFor(ctx, input.centre), input)
    }),
  reissue: procedureFor('briefings.write', { audit: 'briefing-reissued' })
    .input((input: unknown) => parseInput(oneSchema, input))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}` })
      return { id: (await reissue(await deskFor(ctx, input.centre), input.id)).id }
    }),
  notices: procedureFor('briefings.read')
    .input((input: unknown) => parseInput(z.strictObject({ centre }), input))
    .query(async ({ input, ctx }) => noticesOf(ctx.database, { centreId: (await deskFor(ctx, input.centre)).centre.id, name: actorOf(ctx.viewer), now: ctx.clock() })),
  readNotices: procedureFor('briefings.read')
    .input((input: unknown) => parseInput(z.strictObject({ centre }), input))
    .mutation(async ({ input, ctx }) => readNotices(ctx.database, { centreId: (await deskFor(ctx, input.centre)).centre.id, name: actorOf(ctx.viewer) })),
})
