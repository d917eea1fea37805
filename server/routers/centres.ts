import type { MeasureId } from '#measures'
import { z } from 'zod'
import { measureIds } from '#measures'
import { actorOf } from '../access/permissions.ts'
import { centresOf } from '../centres/centre.ts'
import { claimsOf } from '../centres/claims.ts'
import { goalsOf } from '../centres/targets.ts'
import { setTarget } from '../intake/setTarget.ts'
import { parseInput } from '../measures/parseInput.ts'
import { freshnessOf } from '../query/freshness.ts'
import { listMembers } from '../query/listMembers.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { procedureFor, router } from '../trpc.ts'

const membersSchema = z.strictObject({ centres: z.array(z.string().min(1).max(120)).min(1).max(200), dimension: z.string().max(40) })
const claimsSchema = z.strictObject({ centre: z.string().min(1).max(120), from: z.iso.date(), to: z.iso.date() })

const day = z.iso.date()
const setSchema = z.strictObject({ centre: z.string().min(1).max(120), measure: z.enum(measureIds as [MeasureId, ...MeasureId[]]), value: z.string().trim().regex(/^-?\d{1,15}(?:\.\d{1,3})?$/), validFrom: day, validTo: day, unit: z.string().min(1).max(120).optional(), window: z.string().min(1).max(120).optional() })

/** The centres, what is in them, and what was said about them. */
export const centresRouter = router({
  list: procedureFor('catalogue.read').query(async ({ ctx }) => {
    const { centres } = ctx.viewer.scope.rows
    const all = await centresOf(ctx.database).all()
    return all
      .filter(centre => centres === 'all' || centres.includes(centre.code))
      .map(({ code, name, nameEn, openedOn, hall }) => ({ code, zh: name, en: nameEn, openedOn, hasCalendar: hall.calendar !== null, today: hall.zone.localAt(ctx.clock().getTime()).day }))
  }),
  members: procedureFor('catalogue.read')
    .input((input: unknown) => parseInput(membersSchema, input))
    .query(async ({ input, ctx }) => listMembers(ctx.database, { ...input, scope: ctx.viewer.scope })),
  freshness: procedureFor('figures.read')
    .input((input: unknown) => parseInput(z.strictObject({ centre: z.string().min(1).max(120) }), input))
    .query(async ({ input, ctx }) => freshnessOf(input.centre, { database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() })),
  claims: procedureFor('catalogue.read')
    .input((input: unknown) => parseInput(claimsSchema, input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      return claimsOf(ctx.database, input)
    }),
  targets: procedureFor('figures.read')
    .input((input: unknown) => parseInput(claimsSchema, input))
    .query(async ({ input, ctx }) => {
      checkCentres(ctx.viewer.scope, [input.centre])
      const { id } = await centresOf(ctx.database).find(input.centre)
      const { units, windows } = ctx.viewer.scope.rows
      const goals = await goalsOf(ctx.database, { centreId: id, from: input.from, to: input.to })
      return goals.filter(goal => (goal.unit === null || units === 'all' || units.includes(goal.unit)) && (goal.window === null || windows === 'all' || windows.includes(goal.window)))
    }),
  setTarget: procedureFor('targets.write', { audit: 'target-set' })
    .input((input: unknown) => parseInput(setSchema, input))
    .mutation(async ({ input: { centre: code, ...target }, ctx }) => {
      checkCentres(ctx.viewer.scope, [code])
      ctx.note({ centre: code, subject: target.measure, details: { value: target.value, from: target.validFrom, to: target.validTo } })
      const centre = await centresOf(ctx.database).find(code)
      const { batchId } = await setTarget(ctx.database, centre, { target, byUser: actorOf(ctx.viewer), now: ctx.clock() })
      return { batch: batchId }
    }),
})
