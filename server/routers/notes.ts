import { z } from 'zod'
import { actorOf } from '../access/permissions.ts'
import { addNote, notesOf, removeNote } from '../centres/notes.ts'
import { isoDay, recordNumber } from '../measures/inputs.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const listSchema = z.strictObject({ centre: centreCode, from: isoDay, to: isoDay })
const addSchema = z.strictObject({
  centre: centreCode,
  day: isoDay,
  window: z.string().min(1).max(120).optional(),
  text: z.string().trim().min(1).max(500),
})

/** Notes of people about days. */
export const notesRouter = router({
  list: centreProcedure('figures.read')
    .input(listSchema)
    .query(async ({ input, ctx }) => {
      return notesOf(ctx.database, ctx.centre, {
        ...input,
        viewer: ctx.viewer,
      })
    }),
  add: centreProcedure('notes.write', { audit: 'note-added' })
    .input(addSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: input.window ?? input.centre, details: { day: input.day } })
      const { scope, shownName } = ctx.viewer
      return {
        id: await addNote(ctx.database, ctx.centre, {
          ...input,
          by: { name: actorOf(ctx.viewer), shownName, scope },
          now: ctx.clock(),
        }),
      }
    }),
  remove: centreProcedure('notes.write', { audit: 'note-removed' })
    .input(z.strictObject({ centre: centreCode, id: recordNumber }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `note ${input.id}` })
      await removeNote(ctx.database, ctx.centre, {
        id: input.id,
        author: actorOf(ctx.viewer),
      })
    }),
})
