import type { MeasureId } from '#measures'
import { z } from 'zod'
import { measureIds } from '#measures'
import { actorOf } from '../access/permissions.ts'
import { centresOf } from '../centres/centre.ts'
import { claimsOf } from '../centres/claims.ts'
import { filledOf } from '../centres/filled.ts'
import { goalsOf, goalsOfCentres } from '../centres/goals.ts'
import { centreTree, divisionsSeen } from '../centres/tree.ts'
import { answerWorkingTime, lacksHours, workingTimeOf } from '../centres/workingTime.ts'
import { setGoal } from '../intake/targets/setGoal.ts'
import { isoDay } from '../measures/inputs.ts'
import { holdsPlace, seesCentre, seesWhole } from '../measures/scope.ts'
import { centresReported } from '../query/centresReported.ts'
import { freshnessOf } from '../query/freshness.ts'
import { listMembers, windowUnits } from '../query/listMembers.ts'
import { checkCentres } from '../query/scopeFilters.ts'
import { targetForecast } from '../query/targetForecast.ts'
import { centreCode, centreProcedure, procedureFor, router } from '../trpc.ts'

const membersSchema = z.strictObject({
  centres: z.array(z.string().min(1).max(120)).min(1).max(200),
  dimension: z.string().max(40),
})
const claimsSchema = z.strictObject({
  centre: centreCode,
  from: isoDay,
  to: isoDay,
})

const severalSchema = z.strictObject({
  centres: z.array(z.string().min(1).max(120)).min(1).max(200),
  from: isoDay,
  to: isoDay,
})

const setSchema = z.strictObject({
  centre: centreCode,
  measure: z.enum(measureIds as [MeasureId, ...MeasureId[]]),
  value: z
    .string()
    .trim()
    .regex(/^-?\d{1,15}(?:\.\d{1,3})?$/),
  validFrom: isoDay,
  validTo: isoDay,
  unit: z.string().min(1).max(120).optional(),
  window: z.string().min(1).max(120).optional(),
})

const openingHours = z.string().regex(/^\d{2}:\d{2}-\d{2}:\d{2}$/)
const workingTimeSchema = z.strictObject({
  centre: centreCode,
  calendar: z.boolean(),
  hours: z.strictObject({ morning: openingHours, afternoon: openingHours.nullable() }).nullable(),
})

/** Centres, their members, and claims about them. */
export const centresRouter = router({
  list: procedureFor('catalogue.read').query(async ({ ctx }) => {
    const sees = (code: string): boolean => seesCentre(ctx.viewer.scope, code)
    const all = await centresOf(ctx.database).all()
    const places = await centreTree(ctx.database, sees)
    const filled = await filledOf(ctx.database)
    return all
      .filter(({ code }) => sees(code))
      .map(({ id, code, name, nameEn, openedOn, currency, hall }) => {
        const today = hall.zone.localAt(ctx.clock().getTime()).day
        return {
          code,
          zh: name,
          en: nameEn,
          openedOn,
          currency,
          zone: hall.zone.name,
          hasCalendar: hall.calendar !== null,
          /** The code of the centre above, if the viewer sees it. */
          parent: places.get(code)?.parent ?? null,
          division: places.get(code)?.division ?? null,
          level: places.get(code)?.level ?? null,
          /** Which data it has. */
          filled: { hours: !lacksHours(hall), ...filled(id) },
          today,
          /** The usual due day of a task given today; null where the calendar is not published. */
          fifthWorkingDay: hall.calendar?.nthAfter(today, 5) ?? null,
        }
      })
  }),
  /** The divisions of the viewer's centres. */
  divisions: procedureFor('catalogue.read').query(async ({ ctx }) =>
    divisionsSeen(ctx.database, code => seesCentre(ctx.viewer.scope, code)),
  ),
  /** The last reported day of each of the viewer's centres, and the expected one. */
  reported: procedureFor('figures.read').query(async ({ ctx }) =>
    centresReported({ database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() }),
  ),
  /**
   * The goals of some whole centres. Viewers of a part of a hall do not see those of the whole. Errors:
   * out-of-scope.
   */
  allTargets: procedureFor('figures.read')
    .input(severalSchema)
    .query(async ({ input: { centres, ...dates }, ctx }) => {
      const { scope } = ctx.viewer
      checkCentres(scope, centres)
      if (!seesWhole(scope)) return []
      const goals = await goalsOfCentres(ctx.database, centres, dates)
      return Array.from(goals, ([centre, all]) => ({
        centre,
        goals: all.filter(goal => goal.unit === null && goal.window === null),
      }))
    }),
  members: procedureFor('catalogue.read')
    .input(membersSchema)
    .query(async ({ input, ctx }) => listMembers(ctx.database, { ...input, scope: ctx.viewer.scope })),
  /** The units of a centre with the codes of their windows, within the viewer's scope. */
  windowUnits: centreProcedure('catalogue.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ input, ctx }) => windowUnits(ctx.database, { ...input, scope: ctx.viewer.scope })),
  freshness: centreProcedure('figures.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ input, ctx }) =>
      freshnessOf(input.centre, { database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() }),
    ),
  workingTime: centreProcedure('imports.read')
    .input(z.strictObject({ centre: centreCode }))
    .query(async ({ ctx }) => workingTimeOf(ctx.database, ctx.centre)),
  answerWorkingTime: centreProcedure('imports.write', { audit: 'working-time-set' })
    .input(workingTimeSchema)
    .mutation(async ({ input: { centre: code, ...answer }, ctx }) => {
      ctx.note({
        centre: code,
        details: {
          calendar: answer.calendar,
          morning: answer.hours?.morning ?? '',
          afternoon: answer.hours?.afternoon ?? '',
        },
      })
      const today = ctx.centre.hall.zone.localAt(ctx.clock().getTime()).day
      await answerWorkingTime(ctx.database, ctx.centre, { answer, today })
    }),
  claims: centreProcedure('catalogue.read')
    .input(claimsSchema)
    .query(async ({ input, ctx }) => {
      return claimsOf(ctx.database, input)
    }),
  targets: centreProcedure('figures.read')
    .input(claimsSchema)
    .query(async ({ input, ctx }) => {
      const { code } = ctx.centre
      const { units, windows } = ctx.viewer.scope.rows
      const goals = await goalsOf(ctx.database, { centre: code, from: input.from, to: input.to })
      return goals.filter(
        goal =>
          (goal.unit === null || holdsPlace(units, code, goal.unit)) &&
          (goal.window === null || holdsPlace(windows, code, goal.window)),
      )
    }),
  outlook: centreProcedure('figures.read')
    .input(claimsSchema.extend({ measure: z.enum(measureIds as [MeasureId, ...MeasureId[]]) }))
    .query(async ({ input, ctx }) => {
      const goals = await goalsOf(ctx.database, { centre: ctx.centre.code, from: input.from, to: input.to })
      const today = ctx.centre.hall.zone.localAt(ctx.clock().getTime()).day
      const asked = { database: ctx.database, scope: ctx.viewer.scope, now: ctx.clock() }
      const forecasts = await Promise.all(
        goals
          .filter(goal => goal.measure === input.measure && goal.from === input.from && goal.to === input.to)
          .map(async goal => targetForecast(goal, { centre: input.centre, today }, asked)),
      )
      return forecasts.filter(forecast => forecast !== null)
    }),
  setTarget: centreProcedure('targets.write', { audit: 'target-set' })
    .input(setSchema)
    .mutation(async ({ input: { centre: code, ...goal }, ctx }) => {
      ctx.note({
        centre: code,
        subject: goal.measure,
        details: { value: goal.value, from: goal.validFrom, to: goal.validTo },
      })
      const centre = ctx.centre
      const { batchId } = await setGoal(ctx.database, centre, {
        goal,
        byUser: actorOf(ctx.viewer),
        now: ctx.clock(),
      })
      return { batch: batchId }
    }),
})
