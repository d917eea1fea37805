import { procedureFor, router } from '../trpc.ts'

const mostShown = 100

/** What has been loaded. */
export const importsRouter = router({
  list: procedureFor('imports.read').query(async ({ ctx }) => {
    const { centres } = ctx.viewer.scope.rows
    const found = await ctx.database.prisma.importBatch.findMany({
      where: centres === 'all' ? {} : { centre: { code: { in: [...centres] } } },
      include: { centre: true },
      orderBy: { id: 'desc' },
      take: mostShown,
    })
    return found.map(batch => ({
      id: batch.id,
      centre: { zh: batch.centre.name, en: batch.centre.nameEn },
      target: batch.target,
      fileName: batch.fileName,
      demo: batch.demo,
      committedAt: batch.committedAt?.toISOString() ?? null,
      undoneAt: batch.undoneAt?.toISOString() ?? null,
      rows: batch.rows,
      loaded: batch.loaded,
      unchanged: batch.unchanged,
      corrected: batch.corrected,
      quarantined: batch.quarantined,
    }))
  }),
})
