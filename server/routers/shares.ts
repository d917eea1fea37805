import type { Centre } from '../centres/centre.ts'
import type { Context } from '../context.ts'
import { z } from 'zod'
import { filterSchema } from '#measures'
import { actorOf } from '../access/permissions.ts'
import { sharedPages, shareTerms } from '../exports/shared/sharedPage.ts'
import { listShares, sharePage, withdrawShare } from '../exports/shared/store.ts'
import { recordNumber } from '../measures/inputs.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const mostQuestions = 60
const shareSchema = z.strictObject({
  centre: centreCode,
  page: z.enum(sharedPages),
  days: z.enum(shareTerms),
  filters: z.array(filterSchema).max(12).default([]),
  // Each question is validated where it is asked.
  questions: z.array(z.unknown()).min(1).max(mostQuestions),
})

/** The links that a viewer manages: their own; for administrators, all links of the centre. */
const whose = ({ viewer, centre }: Context & { centre: Centre }) => ({
  centreId: centre.id,
  person: viewer.may.includes('accounts.manage') ? null : viewer.name,
})

/** Read-only links to the figures of a page as they were when shared. */
export const sharesRouter = router({
  /** Asks the questions of the page again, within the scope of the sharing viewer, and stores the answers. */
  create: centreProcedure('figures.share', { audit: 'share-created' })
    .input(shareSchema)
    .mutation(async ({ input, ctx }) => {
      const { page, questions, filters } = input
      const { database, centre, viewer } = ctx
      const days = Number(input.days)
      ctx.note({ details: { days } })
      const wish = { centre, page, questions, filters, days, viewer, now: ctx.clock() }
      const made = await sharePage(database, wish)
      const { id, token, subject, expiresAt, panels, leftOut } = made
      ctx.note({ subject: `share ${id}`, details: { page: subject, days, panels } })
      return { id, path: `/s/${token}`, expiresAt: expiresAt.toISOString(), panels, leftOut }
    }),

  list: centreProcedure('signedIn')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => ({
      shares: await listShares(ctx.database, whose(ctx), ctx.clock()),
      ofAll: whose(ctx).person === null,
    })),

  withdraw: centreProcedure('signedIn', { audit: 'share-withdrawn' })
    .input(z.strictObject({ centre: centreCode, id: recordNumber }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: `share ${input.id}` })
      const by = actorOf(ctx.viewer)
      const page = await withdrawShare(ctx.database, whose(ctx), { id: input.id, by, now: ctx.clock() })
      ctx.note({ details: { page } })
    }),
})
