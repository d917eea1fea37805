import { accessRouter } from './routers/access.ts'
import { accountsRouter } from './routers/accounts.ts'
import { auditRouter } from './routers/audit.ts'
import { briefingsRouter } from './routers/briefings.ts'
import { centresRouter } from './routers/centres.ts'
import { daysRouter } from './routers/days.ts'
import { entriesRouter } from './routers/entries.ts'
import { followingsRouter } from './routers/followings.ts'
import { importsRouter } from './routers/imports.ts'
import { intakeRouter } from './routers/intake.ts'
import { measuresRouter } from './routers/measures.ts'
import { notesRouter } from './routers/notes.ts'
import { operationsRouter } from './routers/operations.ts'
import { periodsRouter } from './routers/periods.ts'
import { qualityRouter } from './routers/quality.ts'
import { questionsRouter } from './routers/questions.ts'
import { remarksRouter } from './routers/remarks.ts'
import { reportingRouter } from './routers/reporting.ts'
import { sharesRouter } from './routers/shares.ts'
import { signalsRouter } from './routers/signals.ts'
import { standardsRouter } from './routers/standards.ts'
import { systemsRouter } from './routers/systems.ts'
import { tradingRouter } from './routers/trading.ts'
import { viewsRouter } from './routers/views.ts'
import { createCallerFactory, router } from './trpc.ts'

/** Everything that can be called, one router a noun. */
export const appRouter = router({
  measures: measuresRouter,
  questions: questionsRouter,
  centres: centresRouter,
  trading: tradingRouter,
  briefings: briefingsRouter,
  remarks: remarksRouter,
  followings: followingsRouter,
  shares: sharesRouter,
  notes: notesRouter,
  views: viewsRouter,
  imports: importsRouter,
  entries: entriesRouter,
  periods: periodsRouter,
  reporting: reportingRouter,
  standards: standardsRouter,
  days: daysRouter,
  intake: intakeRouter,
  quality: qualityRouter,
  access: accessRouter,
  accounts: accountsRouter,
  signals: signalsRouter,
  systems: systemsRouter,
  audit: auditRouter,
  operations: operationsRouter,
})

export type AppRouter = typeof appRouter
export const createCaller = createCallerFactory(appRouter)
