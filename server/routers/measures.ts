import type { MeasureId, QuestionInput, RowsQuestionInput } from '#measures'
import type { Context } from '../context.ts'
import { z } from 'zod'
import {
  dimensionsOf,
  filterSchema,
  measureIds,
  measureNamed,
  packAnswer,
  parsePeriod,
  textOfDay,
  versionsOf,
} from '#measures'
import { actorOf } from '../access/permissions.ts'
import { redoStep, undoneSteps, undoStep } from '../centres/undoneSteps.ts'
import { readBooklet } from '../exports/booklet/booklet.ts'
import { figuresXlsx } from '../exports/figuresXlsx.ts'
import { figureCell, integer, isoDay, recordNumber } from '../measures/inputs.ts'
import { measureText } from '../measures/texts/index.ts'
import { dueListOf } from '../query/dueList.ts'
import { jointGroupsOf } from '../query/jointGroups.ts'
import { lateListOf } from '../query/lateList.ts'
import { askRows } from '../query/rows.ts'
import { usualFor } from '../query/usual.ts'
import { centreCode, centreProcedure, procedureFor, router } from '../trpc.ts'

const context = (ctx: Context) => ({ database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() })

// Questions are checked inside `ask`, so that every caller, not only this router, gets the same named errors.
const questionOf = (input: unknown): QuestionInput => input as QuestionInput
const rowsQuestionOf = (input: unknown): RowsQuestionInput => input as RowsQuestionInput

/** The description of a measure for other systems and for definition cards. */
function describe(id: MeasureId) {
  const { names, unit, better } = measureNamed(id)
  const { question, formula, source, caution } = measureText(id)
  return {
    id,
    names,
    question,
    formula,
    source,
    unit,
    better,
    caution: caution ?? null,
    versions: versionsOf(measureNamed(id)),
    splits: dimensionsOf(measureNamed(id)),
  }
}

const placeSchema = z.strictObject({
  centre: centreCode,
  period: z.string().min(1).max(40),
  filters: z.array(filterSchema).max(12).default([]),
})
const dueSchema = placeSchema.omit({ period: true }).extend({ limit: integer(1, 200).default(20) })
const lateSchema = placeSchema.extend({ limit: integer(1, 200).default(20) })
const measureSchema = z.enum(measureIds as [MeasureId, ...MeasureId[]])
const usualSchema = placeSchema.extend({ measures: z.array(measureSchema).min(1).max(8) })
const stepSchema = z.strictObject({
  centre: centreCode,
  measure: measureSchema,
  day: isoDay,
  reason: z.string().trim().min(1).max(200),
  filters: z.array(filterSchema).max(12).default([]),
})
const bookletSchema = z.strictObject({
  centre: centreCode,
  period: z.string().min(1).max(40),
  language: z.enum(['zh', 'en']),
})
const sheetSchema = z.strictObject({
  name: z.string().max(200),
  headers: z.array(z.string().max(400)).min(1).max(100),
  rows: z.array(z.array(figureCell).max(100)).max(5000),
  facts: z.array(z.tuple([z.string().max(100), z.string().max(2000)])).max(12),
  measures: z.array(measureSchema).max(40),
})
const workbookSchema = z.strictObject({
  centre: centreCode,
  what: z.string().min(1).max(200),
  language: z.enum(['zh', 'en']),
  sheets: z.array(sheetSchema).min(1).max(40),
})
const takenSchema = z.strictObject({
  centre: centreCode,
  what: z.string().min(1).max(200),
  format: z.enum(['csv', 'png', 'svg', 'text', 'print']),
})

/** Figures, and the records behind them. */
export const measuresRouter = router({
  list: procedureFor('catalogue.read').query(() => measureIds.map(describe)),
  ask: procedureFor('figures.read')
    .input(questionOf)
    .query(async ({ input, ctx }) => packAnswer(await ctx.answers.ask(input, context(ctx)))),
  rows: procedureFor('rows.read')
    .input(rowsQuestionOf)
    .query(async ({ input, ctx }) => askRows(input, context(ctx))),
  due: centreProcedure('rows.read')
    .input(dueSchema)
    .query(async ({ input, ctx }) => dueListOf(input, context(ctx))),
  late: centreProcedure('rows.read')
    .input(lateSchema)
    .query(async ({ input, ctx }) => lateListOf(input, context(ctx))),
  joint: centreProcedure('rows.read')
    .input(placeSchema)
    .query(async ({ input, ctx }) => jointGroupsOf(input, context(ctx))),
  usual: centreProcedure('figures.read')
    .input(usualSchema)
    .query(async ({ input, ctx }) => {
      const today = ctx.centre.hall.zone.localAt(ctx.clock().getTime()).day
      const until = Math.min(parsePeriod(input.period, today).to, today)
      const answers = await Promise.all(
        input.measures.map(async measure => {
          const { centre, filters } = input
          const undone = await undoneSteps(ctx.database, { centreId: ctx.centre.id, measure, filters })
          const question = { measures: [measure], centres: [centre], period: textOfDay(until), filters }
          return ctx.answers.derived(
            `usual ${JSON.stringify(undone)}`,
            { input: question, context: context(ctx) },
            async () => usualFor({ measure, centre, filters, until }, context(ctx)),
          )
        }),
      )
      return answers.filter(answer => answer !== null)
    }),
  undoStep: centreProcedure('targets.write', { audit: 'step-undone' })
    .input(stepSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({
        centre: input.centre,
        subject: input.measure,
        details: { day: input.day, reason: input.reason },
      })
      const by = { name: actorOf(ctx.viewer), shownName: ctx.viewer.shownName }
      await undoStep(ctx.database, { centreId: ctx.centre.id, ...input }, { ...input, by, now: ctx.clock() })
    }),
  redoStep: centreProcedure('targets.write', { audit: 'step-restored' })
    .input(z.strictObject({ centre: centreCode, id: recordNumber }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: `step ${input.id}` })
      await redoStep(ctx.database, ctx.centre.id, input.id)
    }),
  /** The windows of a centre with their telephone numbers, staff and speed-ups, for callers. */
  booklet: centreProcedure('rows.read')
    .input(bookletSchema)
    .query(async ({ input, ctx }) =>
      readBooklet(context(ctx), { centre: ctx.centre, period: input.period, language: input.language }),
    ),
  // Pages can export what they show without the server; they report it here, so that it is audited.
  taken: centreProcedure('figures.read', { audit: 'export', whileImpersonating: true })
    .input(takenSchema)
    .mutation(({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: input.what, details: { format: input.format } })
    }),
  /** The content of a page as a workbook, in base 64. Its figures were answered within the same scope. */
  workbook: centreProcedure('figures.read', { audit: 'export', whileImpersonating: true })
    .input(workbookSchema)
    .mutation(async ({ input, ctx }) => {
      ctx.note({ subject: input.what, details: { format: 'xlsx' } })
      const by = ctx.viewer.impersonatedBy ?? ctx.viewer.shownName
      const at = ctx.centre.hall.zone.textAt(ctx.clock().getTime())
      const file = await figuresXlsx(input.sheets, { by, at, language: input.language })
      return file.toString('base64')
    }),
})
