import type { AuditRow } from '../access/audit.ts'
import type { Names } from '../measures/measure.ts'
import { z } from 'zod'
import { auditCsv } from '../access/auditCsv.ts'
import { checkAuditLog, checkChain, searchAudit } from '../access/auditTrail.ts'
import { auditWords } from '../access/auditWords.ts'
import { targets } from '../intake/targets/index.ts'
import { integer, recordNumber } from '../measures/inputs.ts'
import { signalNames } from '../trading/signalNames.ts'
import { procedureFor, router } from '../trpc.ts'

const search = {
  text: z.string().max(120).optional(),
  action: z.string().max(40).optional(),
  outcome: z.enum(['done', 'refused', 'failed']).optional(),
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
}
const pageSchema = z.strictObject({
  ...search,
  before: recordNumber.optional(),
  limit: integer(1, 200).default(50),
})
const mostExported = 100_000

type Search = z.infer<z.ZodObject<typeof search>>
function asSearch({ from, to, text, action, outcome }: Search) {
  return {
    ...(text !== undefined && { text }),
    ...(action !== undefined && { action }),
    ...(outcome !== undefined && { outcome }),
    ...(from !== undefined && { from: new Date(from) }),
    ...(to !== undefined && { to: new Date(to) }),
  }
}
/** The names of a kind of record or of a signal of the ledger. */
const namesOf = (code: string): Names | undefined =>
  Object.values(targets).find(({ name }) => name === code)?.names ?? signalNames(code)
const shown = ({ at, previous: _, ...row }: AuditRow) => ({
  ...row,
  at: at.toISOString(),
  words: auditWords(row, namesOf),
})

/** The audit log. */
export const auditRouter = router({
  list: procedureFor('audit.read')
    .input(pageSchema)
    .query(async ({ input, ctx }) => {
      const rows = await searchAudit(ctx.database, {
        ...asSearch(input),
        ...(input.before !== undefined && { before: input.before }),
        limit: input.limit,
        centres: ctx.viewer.scope.rows.centres,
      })
      return rows.map(shown)
    }),

  /** Checks that no entry of the log was changed or removed. */
  check: procedureFor('audit.read').query(async ({ ctx }) =>
    ctx.dataFolder === null ? checkChain(ctx.database) : checkAuditLog(ctx.database, ctx.dataFolder),
  ),

  /** The matching entries as CSV; the export is audited too. */
  export: procedureFor('audit.read', { audit: 'export' })
    .input(z.strictObject(search))
    .mutation(async ({ input, ctx }) => {
      const rows = await searchAudit(ctx.database, {
        ...asSearch(input),
        limit: mostExported,
        centres: ctx.viewer.scope.rows.centres,
      })
      ctx.note({ subject: 'audit', details: { rows: rows.length } })
      return {
        name: `audit-${ctx.clock().toISOString().slice(0, 10)}.csv`,
        text: auditCsv(rows, { by: ctx.viewer.shownName, at: ctx.clock() }),
      }
    }),
})
