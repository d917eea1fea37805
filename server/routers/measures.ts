import type { QuestionInput, RowsQuestionInput } from '#measures'
import type { Context } from '../context.ts'
import { dimensionsOf, measureIds, measureNamed } from '#measures'
import { askRows } from '../query/rows.ts'
import { procedureFor, router } from '../trpc.ts'

const asking = (ctx: Context) => ({ database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() })

// Questions are checked inside `ask`, so that every caller, not only this router, gets the same named errors.
const questionOf = (input: unknown): QuestionInput => input as QuestionInput
const rowsQuestionOf = (input: unknown): RowsQuestionInput => input as RowsQuestionInput

/** What other systems are told of a measure. */
function describe(id: string) {
  const { names, question, formula, source, unit, better } = measureNamed(id)
  return { id, names, question, formula, source, unit, better, splits: dimensionsOf(measureNamed(id)) }
}

/** Figures and the rows behind them. */
export const measuresRouter = router({
  list: procedureFor('catalogue.read').query(() => measureIds.map(describe)),
  ask: procedureFor('figures.read').input(questionOf).query(async ({ input, ctx }) => ctx.answers.ask(input, asking(ctx))),
  rows: procedureFor('rows.read').input(rowsQuestionOf).query(async ({ input, ctx }) => askRows(input, asking(ctx))),
})
