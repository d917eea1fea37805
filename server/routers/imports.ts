import { z } from 'zod'
import { centresOf } from '../centres/centre.ts'
import { recomputeCases, recomputeTrades } from '../intake/recompute.ts'
import { quarantinedRows, repairRows } from '../intake/repair.ts'
import { undoBatch } from '../intake/undoBatch.ts'
import { NamedError } from '../measures/errors.ts'
import { parseInput } from '../measures/parseInput.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { procedureFor, router } from '../trpc.ts'

const mostShown = 100
const centre = z.string().min(1).max(120)
const batch = z.int().min(1)
const undoSchema = z.strictObject({ centre, batch })
const pageSchema = z.strictObject({ centre, batch, offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) })
const repairSchema = z.strictObject({ centre, batch, rows: z.array(z.strictObject({ row: z.int().min(1), cells: z.array(z.string().max(1 << 20)).max(16_384) })).min(1).max(500) })
const recomputeSchema = z.strictObject({ centre, dryRun: z.boolean() })

/** What has been loaded, what of it was refused, and taking it back. */
export const importsRouter = router({
  list: procedureFor('imports.read').query(async ({ ctx }) => {
    const { centres } = ctx.viewer.scope.rows
    const found = await ctx.database.prisma.importBatch.findMany({
      where: centres === 'all' ? {} : { centre: { code: { in: [...centres] } } },
      include: { centre: true },
      orderBy: { id: 'desc' },
      take: mostShown,
    })
    const zones = new Map((await centresOf(ctx.database).all()).map(({ id, hall }) => [id, hall.zone]))
    return found.map(one => ({
      id: one.id,
      centre: { code: one.centre.code, zh: one.centre.name, en: one.centre.nameEn },
      target: one.target,
      fileName: one.fileName,
      demo: one.demo,
      byUser: one.byUser,
      repairs: one.repairs,
      /** The hall's own time: 2012-08-08 09:05. */
      loadedAt: one.committedAt ? zones.get(one.centreId)?.textAt(one.committedAt.getTime()) ?? null : null,
      undone: one.undoneAt !== null,
      rows: one.rows,
      loaded: one.loaded,
      unchanged: one.unchanged,
      corrected: one.corrected,
      quarantined: one.quarantined,
      leftOut: one.leftOut,
    }))
  }),

  undo: procedureFor('imports.write')
    .input((input: unknown) => parseInput(undoSchema, input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      const { id } = await centresOf(ctx.database).find(input.centre)
      // A batch of another centre is not there for whoever names this one.
      if (!await ctx.database.prisma.importBatch.findUnique({ where: { centreId_id: { centreId: id, id: input.batch } } }))
        throw new NamedError('batch-not-found', { batch: input.batch })
      await undoBatch(ctx.database, input.batch, { now: ctx.clock(), byUser: ctx.viewer.name })
    }),

  quarantined: procedureFor('imports.read')
    .input((input: unknown) => parseInput(pageSchema, input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return quarantinedRows(ctx.database, await centresOf(ctx.database).find(input.centre), { batchId: input.batch, offset: input.offset, limit: input.limit })
    }),

  repair: procedureFor('imports.write')
    .input((input: unknown) => parseInput(repairSchema, input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return repairRows(ctx.database, await centresOf(ctx.database).find(input.centre), { batchId: input.batch, rows: input.rows, byUser: ctx.viewer.name, now: ctx.clock() })
    }),

  recompute: procedureFor('imports.write')
    .input((input: unknown) => parseInput(recomputeSchema, input))
    .mutation(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      const request = { centre: await centresOf(ctx.database).find(input.centre), now: ctx.clock(), byUser: ctx.viewer.name, dryRun: input.dryRun }
      return { ...await recomputeCases(ctx.database, request), trades: await recomputeTrades(ctx.database, request) }
    }),
})
