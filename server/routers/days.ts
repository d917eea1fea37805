import { z } from 'zod'
import { actorOf } from '../access/permissions.ts'
import { declareDays, declaredDays, factsWithUnits, withdrawDays } from '../centres/declaredDays.ts'
import { NamedError } from '../common/errors.ts'
import { isoDay, recordNumber } from '../measures/inputs.ts'
import { factsWithDays } from '../query/recordDays.ts'
import { centreCode, centreProcedure, router } from '../trpc.ts'

const declareSchema = z.strictObject({
  centre: centreCode,
  fact: z.enum(factsWithDays),
  /** The code of the unit whose records are meant; null for all records. */
  unit: z.string().min(1).max(120).nullable().default(null),
  from: isoDay,
  to: isoDay,
  /** True where the records of these days are complete, false where some are missing. */
  known: z.boolean(),
  reason: z.string().trim().min(1).max(300),
})

/** Days of a fact that were declared complete or missing. */
export const daysRouter = router({
  list: centreProcedure('imports.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => {
      const { database, centre } = ctx
      const units = await database.prisma.unit.findMany({ where: { centreId: centre.id } })
      const names = new Map(units.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn ?? name }]))
      return {
        facts: factsWithDays.map(name => ({ name, hasUnits: factsWithUnits.includes(name) })),
        declared: (await declaredDays(database, centre)).map(({ at, unit, ...rest }) => ({
          ...rest,
          /** The unit whose records alone are meant; null for all. */
          unit: unit === null ? null : (names.get(unit) ?? { zh: unit, en: unit }),
          at: centre.hall.zone.textAt(at.getTime()),
        })),
      }
    }),
  declare: centreProcedure('imports.write', { audit: 'days-declared' })
    .input(declareSchema)
    .mutation(async ({ input: { centre, ...declared }, ctx }) => {
      const { fact, unit, from, to, known, reason } = declared
      ctx.note({ centre, subject: fact, details: { unit, from, to, known, reason } })
      if (to < from) throw new NamedError('reversed-period', { from, to })
      const by = actorOf(ctx.viewer)
      return { id: await declareDays(ctx.database, ctx.centre, { ...declared, by, at: ctx.clock() }) }
    }),
  withdraw: centreProcedure('imports.write', { audit: 'days-withdrawn' })
    .input(z.strictObject({ centre: centreCode, id: recordNumber }))
    .mutation(async ({ input, ctx }) => {
      ctx.note({ centre: input.centre, subject: String(input.id) })
      await withdrawDays(ctx.database, ctx.centre, input.id)
    }),
})
