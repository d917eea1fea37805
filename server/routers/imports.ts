import { z } from 'zod'
import { seesCells } from '../access/permissions.ts'
import { centresOf } from '../centres/centre.ts'
import { NamedError } from '../common/errors.ts'
import { recomputeCases, recomputeTrades } from '../intake/batch/recompute.ts'
import { undoBatch } from '../intake/batch/undoBatch.ts'
import { quarantinedRows, repairRows, withoutCells } from '../intake/jobs/repair.ts'
import { integer, recordNumber } from '../measures/inputs.ts'
import { centreCode, centreProcedure, procedureFor, router } from '../trpc.ts'

const mostShown = 100
const batch = recordNumber
const undoSchema = z.strictObject({ centre: centreCode, batch })
const pageSchema = z.strictObject({
  centre: centreCode,
  batch,
  offset: integer(0).default(0),
  limit: integer(1, 200).default(50),
})
const repairSchema = z.strictObject({
  centre: centreCode,
  batch,
  rows: z
    .array(z.strictObject({ row: integer(1), cells: z.array(z.string().max(1 << 20)).max(16_384) }))
    .min(1)
    .max(500),
})
const recomputeSchema = z.strictObject({ centre: centreCode, dryRun: z.boolean() })

/** The loaded batches, their refused rows, and undo. */
export const importsRouter = router({
  list: procedureFor('imports.read').query(async ({ ctx }) => {
    const { centres } = ctx.viewer.scope.rows
    const batches = await ctx.database.prisma.importBatch.findMany({
      where: centres === 'all' ? {} : { centre: { code: { in: [...centres] } } },
      include: { centre: true },
      orderBy: { id: 'desc' },
      take: mostShown,
    })
    const zones = new Map((await centresOf(ctx.database).all()).map(({ id, hall }) => [id, hall.zone]))
    return batches.map(record => ({
      id: record.id,
      centre: { code: record.centre.code, zh: record.centre.name, en: record.centre.nameEn },
      target: record.target,
      fileName: record.fileName,
      demo: record.demo,
      byUser: record.byUser,
      repairs: record.repairs,
      /** In the local time of the hall: 2012-08-08 09:05. */
      loadedAt: record.committedAt
        ? (zones.get(record.centreId)?.textAt(record.committedAt.getTime()) ?? null)
        : null,
      undone: record.undoneAt !== null,
      rows: record.rows,
      loaded: record.loaded,
      unchanged: record.unchanged,
      corrected: record.corrected,
      quarantined: record.quarantined,
      leftOut: record.leftOut,
    }))
  }),

  undo: centreProcedure('imports.write')
    .input(undoSchema)
    .mutation(async ({ input, ctx }) => {
      const { id } = ctx.centre
      // A batch of another centre is not found.
      if (
        !(await ctx.database.prisma.importBatch.findUnique({
          where: { centreId_id: { centreId: id, id: input.batch } },
        }))
      )
        throw new NamedError('batch-not-found', { batch: input.batch })
      await undoBatch(ctx.database, input.batch, { now: ctx.clock(), byUser: ctx.viewer.name })
    }),

  quarantined: centreProcedure('imports.read')
    .input(pageSchema)
    .query(async ({ input, ctx }) => {
      const { batch: batchId, offset, limit } = input
      const page = await quarantinedRows(ctx.database, ctx.centre, { batchId, offset, limit })
      return seesCells(ctx.viewer) ? page : withoutCells(page)
    }),

  repair: centreProcedure('imports.write')
    .input(repairSchema)
    .mutation(async ({ input, ctx }) => {
      return repairRows(ctx.database, ctx.centre, {
        batchId: input.batch,
        rows: input.rows,
        byUser: ctx.viewer.name,
        now: ctx.clock(),
      })
    }),

  recompute: centreProcedure('imports.write')
    .input(recomputeSchema)
    .mutation(async ({ input, ctx }) => {
      const request = {
        centre: ctx.centre,
        now: ctx.clock(),
        byUser: ctx.viewer.name,
        dryRun: input.dryRun,
      }
      return {
        ...(await recomputeCases(ctx.database, request)),
        trades: await recomputeTrades(ctx.database, request),
      }
    }),
})
