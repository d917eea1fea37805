import { z } from 'zod'
import { ledgerFindings } from '../trading/ledgerFindings.ts'
import { tradeCard } from '../trading/tradeCard.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const signalsSchema = z.strictObject({
  centre: centreCode,
  period: z.string().min(1).max(40),
})

const tradeSchema = z.strictObject({ centre: centreCode, code: z.string().min(1).max(200) })

/** Signals in the trading ledger, and the card of a trade. */
export const tradingRouter = router({
  signals: centreProcedure('trading.read')
    .input(signalsSchema)
    .query(async ({ input, ctx }) => {
      return ledgerFindings(ctx.database, ctx.centre, {
        period: input.period,
        now: ctx.clock(),
        scope: ctx.viewer.scope,
      })
    }),
  trade: centreProcedure('trading.read')
    .input(tradeSchema)
    .query(async ({ input, ctx }) => {
      return tradeCard(ctx.database, ctx.centre, {
        code: input.code,
        scope: ctx.viewer.scope,
      })
    }),
})
