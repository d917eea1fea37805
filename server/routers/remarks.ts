import { z } from 'zod'
import { briefingContextIn } from '../briefing/briefingContext.ts'
import { figureSchema } from '../briefing/documentSchema.ts'
import { closeRemark, commentOn, instruct, openTasks, remarksOn } from '../briefing/remarks.ts'
import { replyTo } from '../briefing/replies.ts'
import { isoDay, recordNumber } from '../measures/inputs.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const id = recordNumber
const said = z.string().trim().min(1).max(400)
const oneSchema = z.strictObject({ centre: centreCode, id })
const replySchema = oneSchema.extend({ remark: id, text: said })

/** Replies to a comment: writers and approvers of briefings have one procedure each. */
const replyBy = (permission: 'briefings.write' | 'briefings.freeze') =>
  centreProcedure(permission, { audit: 'briefing-comment-answered' })
    .input(replySchema)
    .mutation(async ({ input, ctx }) => {
      const { centre, id: briefing, remark, text } = input
      ctx.note({ centre, subject: `briefing ${briefing}`, details: { remark, text } })
      return replyTo(briefingContextIn(ctx), input)
    })

/** Comments on paragraphs of briefings, instructions on figures, and their outcome. */
export const remarksRouter = router({
  list: centreProcedure('briefings.read')
    .input(oneSchema)
    .query(async ({ input, ctx }) => remarksOn(briefingContextIn(ctx), input.id)),
  tasks: centreProcedure('briefings.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => openTasks(briefingContextIn(ctx))),
  comment: centreProcedure('briefings.freeze', { audit: 'briefing-commented' })
    .input(oneSchema.extend({ blockId: z.string().min(1).max(40), text: said }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `briefing ${input.id}`, details: { text: input.text } })
      return commentOn(briefingContextIn(ctx), input)
    }),
  replyAsWriter: replyBy('briefings.write'),
  replyAsReviewer: replyBy('briefings.freeze'),
  instruct: centreProcedure('briefings.freeze', { audit: 'briefing-instructed' })
    .input(
      oneSchema.extend({
        figure: figureSchema,
        text: said,
        addressee: z.string().trim().max(60).default(''),
        dueOn: isoDay,
      }),
    )
    .mutation(async ({ input, ctx }) => {
      const { text, addressee, dueOn, figure } = input
      ctx.note({
        centre: input.centre,
        subject: `briefing ${input.id}`,
        details: { text, addressee, dueOn, measure: figure.measure },
      })
      return instruct(briefingContextIn(ctx), input)
    }),
  close: centreProcedure('briefings.write', { audit: 'briefing-remark-closed' })
    .input(oneSchema.extend({ remark: id, answer: z.string().trim().max(400) }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({
        centre: input.centre,
        subject: `briefing ${input.id}`,
        details: { remark: input.remark, answer: input.answer },
      })
      await closeRemark(briefingContextIn(ctx), input)
    }),
})
