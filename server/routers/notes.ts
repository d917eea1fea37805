import { z } from 'zod'
import { actorOf } from '../access/permissions.ts'
import { centresOf } from '../centres/centre.ts'
import { addNote, notesOf, removeNote } from '../centres/notes.ts'
import { parseInput } from '../measures/parseInput.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { procedureFor, router } from '../trpc.ts'

const centre = z.string().min(1).max(120)
const listSchema = z.strictObject({ centre, from: z.iso.date(), to: z.iso.date() })
const addSchema = z.strictObject({ centre, day: z.iso.date(), window: z.string().min(1).max(120).optional(), text: z.string().trim().min(1).max(500) })

/** What people set down about days. */
export const notesRouter = router({
  list: procedureFor('figures.read')
    .input((input: unknown) => parseInput(listSchema, input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return notesOf(ctx.database, await centresOf(ctx.database).find(input.centre), { ...input, viewer: ctx.viewer })
    }),
  add: procedureFor('notes.write', { audit: 'note-added' })
    .input((input: unknown) => parseInput(addSchema, input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      ctx.note({ centre: input.centre, subject: input.window ?? input.centre, details: { day: input.day } })
      const { scope, shownName } = ctx.viewer
      return { id: await addNote(ctx.database, await centresOf(ctx.database).find(input.centre), { ...input, by: { name: actorOf(ctx.viewer), shownName, scope }, now: ctx.clock() }) }
    }),
  remove: procedureFor('notes.write', { audit: 'note-removed' })
    .input((input: unknown) => parseInput(z.strictObject({ centre, id: z.int().min(1).max(2_147_483_647) }), input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      ctx.note({ centre: input.centre, subject: `note ${input.id}` })
      await removeNote(ctx.database, await centresOf(ctx.database).find(input.centre), { id: input.id, author: actorOf(ctx.viewer) })
    }),
})
