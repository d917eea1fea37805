import type { QuestionInput, RowsQuestionInput } from '#measures'
import type { Context } from '../context.ts'
import { askRows } from '../query/rows.ts'
import { procedureFor, router } from '../trpc.ts'

const asking = (ctx: Context) => ({ database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() })

// Questions are checked inside `ask`, so that every caller, not only this router, gets the same named errors.
const questionOf = (input: unknown): QuestionInput => input as QuestionInput
const rowsQuestionOf = (input: unknown): RowsQuestionInput => input as RowsQuestionInput

/** Figures and the rows behind them. */
export const measuresRouter = router({
  ask: procedureFor('figures.read').input(questionOf).query(async ({ input, ctx }) => ctx.answers.ask(input, asking(ctx))),
  rows: procedureFor('rows.read').input(rowsQuestionOf).query(async ({ input, ctx }) => askRows(input, asking(ctx))),
})
