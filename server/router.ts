import { centresRouter } from './routers/centres.ts'
import { importsRouter } from './routers/imports.ts'
import { intakeRouter } from './routers/intake.ts'
import { measuresRouter } from './routers/measures.ts'
import { createCallerFactory, router } from './trpc.ts'

/** Everything that can be called, one router a noun. */
export const appRouter = router({
  measures: measuresRouter,
  centres: centresRouter,
  imports: importsRouter,
  intake: intakeRouter,
})

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
