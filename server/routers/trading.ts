import { z } from 'zod'
import { centresOf } from '../centres/centre.ts'
import { parseInput } from '../measures/parseInput.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { ledgerFindings } from '../trading/ledgerFindings.ts'
import { tradeCard } from '../trading/tradeCard.ts'
import { procedureFor, router } from '../trpc.ts'

const signalsSchema = z.strictObject({ centre: z.string().min(1).max(120), period: z.string().min(1).max(40) })

const tradeSchema = z.strictObject({ centre: z.string().min(1).max(120), code: z.string().min(1).max(200) })

/** What is worth asking about in the trading ledger. */
export const tradingRouter = router({
  signals: procedureFor('trading.read')
    .input((input: unknown) => parseInput(signalsSchema, input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return ledgerFindings(ctx.database, await centresOf(ctx.database).find(input.centre), { period: input.period, now: ctx.clock() })
    }),
  trade: procedureFor('trading.read')
    .input((input: unknown) => parseInput(tradeSchema, input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return tradeCard(ctx.database, await centresOf(ctx.database).find(input.centre), { code: input.code, scope: ctx.viewer.scope })
    }),
})
