import { z } from 'zod'
import { actorOf } from '../access/permissions.ts'
import { lockPeriod, periodLocks, unlockPeriod } from '../centres/periodLocks.ts'
import { NamedError } from '../common/errors.ts'
import { isoDay, recordNumber } from '../measures/inputs.ts'
import { factsWithDays } from '../query/recordDays.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const why = z.string().trim().min(1).max(300)
const lockSchema = z.strictObject({
  centre: centreCode,
  fact: z.enum(factsWithDays).nullable(),
  from: isoDay,
  to: isoDay,
  reason: why,
})

/** Days that are settled: no form, import, push or undo changes their records. */
export const periodsRouter = router({
  list: centreProcedure('periods.lock')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => {
      const stamp = (at: Date | null): string | null => at && ctx.centre.hall.zone.textAt(at.getTime())
      const locks = await periodLocks(ctx.database, ctx.centre)
      return {
        facts: [...factsWithDays],
        locks: locks.map(lock => ({
          ...lock,
          lockedAt: stamp(lock.lockedAt),
          unlockedAt: stamp(lock.unlockedAt),
        })),
      }
    }),
  lock: centreProcedure('periods.lock', { audit: 'period-locked' })
    .input(lockSchema)
    .mutation(async ({ input, ctx }) => {
      const { centre, fact, from, to, reason } = input
      ctx.note({ centre, subject: fact ?? '*', details: { from, to, reason } })
      if (to < from) throw new NamedError('reversed-period', { from, to })
      const by = actorOf(ctx.viewer)
      const locked = { fact, from, to, reason, by, at: ctx.clock() }
      return { id: await lockPeriod(ctx.database, ctx.centre, locked) }
    }),
  unlock: centreProcedure('periods.lock', { audit: 'period-unlocked' })
    .input(z.strictObject({ centre: centreCode, id: recordNumber, reason: why }))
    .mutation(async ({ input, ctx }) => {
      const { centre, id, reason } = input
      ctx.note({ centre, subject: `lock ${id}`, details: { reason } })
      await unlockPeriod(ctx.database, ctx.centre, { id, reason, by: actorOf(ctx.viewer), at: ctx.clock() })
    }),
})
