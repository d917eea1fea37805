import type { QuestionInput, RowsQuestionInput } from '#measures'
import type { Context } from '../context.ts'
import { z } from 'zod'
import { dimensionsOf, filterSchema, measureIds, measureNamed, packAnswer } from '#measures'
import { parseInput } from '../measures/parseInput.ts'
import { dueListOf } from '../query/dueList.ts'
import { jointGroupsOf } from '../query/jointGroups.ts'
import { askRows } from '../query/rows.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { procedureFor, router } from '../trpc.ts'

const asking = (ctx: Context) => ({ database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() })

// Questions are checked inside `ask`, so that every caller, not only this router, gets the same named errors.
const questionOf = (input: unknown): QuestionInput => input as QuestionInput
const rowsQuestionOf = (input: unknown): RowsQuestionInput => input as RowsQuestionInput

/** What other systems, and definition cards, are told of a measure. */
function describe(id: string) {
  const { names, question, formula, source, unit, better, caution } = measureNamed(id)
  return { id, names, question, formula, source, unit, better, caution: caution ?? null, splits: dimensionsOf(measureNamed(id)) }
}

const placeSchema = z.strictObject({ centre: z.string().min(1).max(120), period: z.string().min(1).max(40), filters: z.array(filterSchema).max(12).default([]) })
const dueSchema = placeSchema.extend({ limit: z.int().min(1).max(200).default(20) })
const takenSchema = z.strictObject({ centre: z.string().min(1).max(120), what: z.string().min(1).max(200), format: z.enum(['csv', 'png', 'svg', 'text']) })

/** Figures and the rows behind them. */
export const measuresRouter = router({
  list: procedureFor('catalogue.read').query(() => measureIds.map(describe)),
  ask: procedureFor('figures.read').input(questionOf).query(async ({ input, ctx }) => packAnswer(await ctx.answers.ask(input, asking(ctx)))),
  rows: procedureFor('rows.read').input(rowsQuestionOf).query(async ({ input, ctx }) => askRows(input, asking(ctx))),
  due: procedureFor('rows.read')
    .input((input: unknown) => parseInput(dueSchema, input))
    .query(async ({ input, ctx }) => dueListOf(input, asking(ctx))),
  joint: procedureFor('rows.read')
    .input((input: unknown) => parseInput(placeSchema, input))
    .query(async ({ input, ctx }) => jointGroupsOf(input, asking(ctx))),
  // What a screen shows can be taken away without the server; it tells the server, so that the log knows.
  taken: procedureFor('figures.read', { audit: 'export', inPreview: true })
    .input((input: unknown) => parseInput(takenSchema, input))
    .mutation(({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      ctx.note({ centre: input.centre, subject: input.what, details: { format: input.format } })
    }),
})
