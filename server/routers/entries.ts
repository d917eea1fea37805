import type { Context } from '../context.ts'
import type { EntryPlace } from '../entry/entries.ts'
import { z } from 'zod'
import { isNamedError } from '../common/errors.ts'
import { shownError } from '../common/errorWords.ts'
import { approveEntry, listEntries, removeEntry, returnEntry, saveEntry } from '../entry/entries.ts'
import { entryTargets, formOf } from '../entry/forms.ts'
import { targets } from '../intake/targets/index.ts'
import { integer, recordNumber } from '../measures/inputs.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const target = z.enum(entryTargets)
const states = z.enum(['entered', 'submitted', 'returned', 'approved'])
const oneSchema = z.strictObject({ centre: centreCode, id: recordNumber })
const listSchema = z.strictObject({
  centre: centreCode,
  state: states.nullable().default(null),
  offset: integer(0, 100_000).default(0),
  limit: integer(1, 100).default(20),
})
const saveSchema = z.strictObject({
  centre: centreCode,
  id: recordNumber.nullable().default(null),
  target,
  values: z.record(z.string().max(60), z.string().max(2000)),
  confirmed: z.boolean().default(false),
  submit: z.boolean().default(true),
})

const manySchema = z.strictObject({
  centre: centreCode,
  target,
  rows: z
    .array(
      z.strictObject({
        values: z.record(z.string().max(60), z.string().max(2000)),
        confirmed: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(100),
})

/** The text of a named error, so that one row does not stop the others; other errors are thrown. */
function shownIfNamed(failure: unknown): { zh: string; en: string } {
  if (!isNamedError(failure)) throw failure
  const { zh, en } = shownError(failure)
  return { zh, en }
}

const placeOf = (ctx: Context & { centre: EntryPlace['centre'] }): EntryPlace => ({
  database: ctx.database,
  centre: ctx.centre,
  viewer: ctx.viewer,
  now: ctx.clock(),
})

/** Rows entered by hand: forms, drafts, submission and approval. */
export const entriesRouter = router({
  forms: centreProcedure('catalogue.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(() =>
      entryTargets.map(name => ({ target: name, names: targets[name].names, fields: formOf(name) })),
    ),
  list: centreProcedure('entries.write')
    .input(listSchema)
    .query(async ({ input, ctx }) => listEntries(placeOf(ctx), input)),
  waiting: centreProcedure('entries.review')
    .input(listSchema)
    .query(async ({ input, ctx }) => listEntries(placeOf(ctx), input)),
  save: centreProcedure('entries.write', { audit: 'entry-saved' })
    .input(saveSchema)
    .mutation(async ({ input, ctx }) => {
      const saved = await saveEntry(placeOf(ctx), input)
      ctx.note({
        centre: input.centre,
        subject: `entry ${saved.id ?? '-'}`,
        details: { target: input.target, submitted: input.submit, confirmed: input.confirmed },
      })
      return saved
    }),
  saveMany: centreProcedure('entries.write', { audit: 'entry-saved' })
    .input(manySchema)
    .mutation(async ({ input, ctx }) => {
      const saved = []
      // In sequence, because each is compared with usual values and takes a number.
      for (const row of input.rows)
        saved.push(await saveEntry(placeOf(ctx), { ...row, id: null, target: input.target, submit: true }))
      const ids = saved.flatMap(({ id }) => (id === null ? [] : [id]))
      ctx.note({
        centre: input.centre,
        subject: `entries ${ids.join(' ')}`.slice(0, 300),
        details: { target: input.target, rows: input.rows.length, submitted: ids.length },
      })
      return saved
    }),
  remove: centreProcedure('entries.write', { audit: 'entry-removed' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `entry ${input.id}` })
      await removeEntry(placeOf(ctx), input.id)
    }),
  approve: centreProcedure('entries.review', { audit: 'entry-approved' })
    .input(oneSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `entry ${input.id}` })
      return approveEntry(placeOf(ctx), input.id)
    }),
  approveMany: centreProcedure('entries.review', { audit: 'entry-approved' })
    .input(z.strictObject({ centre: centreCode, ids: z.array(recordNumber).min(1).max(100) }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `entries ${input.ids.join(' ')}`.slice(0, 300) })
      const results = []
      for (const id of input.ids)
        results.push({
          id,
          error: await approveEntry(placeOf(ctx), id).then(
            () => null,
            (failure: unknown) => shownIfNamed(failure),
          ),
        })
      ctx.note({ details: { approved: results.filter(({ error }) => error === null).length } })
      return results
    }),
  sendBack: centreProcedure('entries.review', { audit: 'entry-returned' })
    .input(oneSchema.extend({ reason: z.string().trim().min(1).max(300) }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `entry ${input.id}`, details: { reason: input.reason } })
      await returnEntry(placeOf(ctx), input.id, input.reason)
    }),
})
