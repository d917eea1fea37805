import { z } from 'zod'
import { textOfDay } from '#measures'
import { actorOf } from '../access/permissions.ts'
import { dismissSignal, reopenSignal, signalTasks, takeSignal } from '../briefing/signalTasks.ts'
import { isoDay, recordNumber } from '../measures/inputs.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const oneSchema = z.strictObject({ centre: centreCode, id: recordNumber })
const reason = z.string().trim().min(1).max(300)

/** Signals, and who deals with them. */
export const signalsRouter = router({
  list: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => {
      const day = textOfDay(ctx.centre.hall.zone.localAt(ctx.clock().getTime()).day)
      return signalTasks(ctx.database, { centreId: ctx.centre.id, day })
    }),
  take: centreProcedure('targets.write', { audit: 'signal-taken' })
    .input(oneSchema.extend({ dueOn: isoDay, reason: reason.optional() }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `signal ${input.id}`, details: { dueOn: input.dueOn } })
      await takeSignal(ctx.database, ctx.centre.id, {
        id: input.id,
        dueOn: input.dueOn,
        reason: input.reason ?? null,
        by: { name: actorOf(ctx.viewer), shownName: ctx.viewer.shownName },
        now: ctx.clock(),
      })
    }),
  dismiss: centreProcedure('targets.write', { audit: 'signal-dismissed' })
    .input(oneSchema.extend({ reason }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `signal ${input.id}`, details: { reason: input.reason } })
      await dismissSignal(ctx.database, ctx.centre.id, {
        id: input.id,
        reason: input.reason,
        by: { name: actorOf(ctx.viewer), shownName: ctx.viewer.shownName },
        now: ctx.clock(),
      })
    }),
  reopen: centreProcedure('targets.write', { audit: 'signal-reopened' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `signal ${input.id}` })
      await reopenSignal(ctx.database, ctx.centre.id, {
        id: input.id,
        by: { name: actorOf(ctx.viewer), shownName: ctx.viewer.shownName },
        now: ctx.clock(),
      })
    }),
})
