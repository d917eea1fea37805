import type { Goal, Language, MeasureId } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { Problem } from './templates/given.ts'
import {
  addsUp,
  figureOf,
  goalFor,
  measureIds,
  measureNamed,
  measures,
  proseFigure,
  standing,
  standOut,
} from '#measures'
import { readCentreSetting } from '../centres/centreSettings.ts'
import { goalsOf } from '../centres/goals.ts'
import { badReviewDeadlines } from '../centres/standards.ts'
import { ask } from '../query/ask.ts'
import { badReviewFollowUps } from '../query/followUps.ts'

/** The days of a draft, whose it is, and in which language it is written. */
interface About {
  centre: Centre
  from: string
  to: string
  language: Language
  context: QueryContext
}

/** More windows than this are no list that somebody reads out. */
const mostWindows = 3

/** Windows with fewer cases in time than chance and the usual spread between windows explain. */
async function lateWindows({ centre, from, to, language, context }: About): Promise<Problem[]> {
  const answer = await ask(
    { measures: ['onTimeRate'], centres: [centre.code], period: `${from}..${to}`, groupBy: ['window'] },
    context,
  )
  const worse = [...(standOut(answer, measures.onTimeRate)?.verdicts ?? [])].filter(
    ([, side]) => side === 'worse',
  )
  const names = new Map(answer.members[0]?.map(one => [one.code, one[language]]))
  return worse
    .slice(0, mostWindows)
    .map(([code]): Problem => ({ kind: 'window', code, name: names.get(code) ?? code }))
}

/** A missed goal of the whole hall: a sum by its pace since the goal's first day, a rate in the period. */
async function missedGoal(id: MeasureId, goals: readonly Goal[], about: About): Promise<Problem[]> {
  const { centre, to, language, context } = about
  const measure = measureNamed(id)
  const goal = goalFor(goals, { measure: id, from: about.from, to })
  if (!goal) return []
  const from = addsUp(measure) ? goal.from : about.from
  const answer = await ask({ measures: [id], centres: [centre.code], period: `${from}..${to}` }, context)
  const { value } = figureOf(measure, answer.current.overall)
  const { met, pace } = standing(measure, goal, { value, day: to })
  if (met !== false) return []
  const print = (amount: number): string =>
    proseFigure({ value: amount, numerator: null, n: null, coverage: null }, measure, {
      language,
      currency: centre.currency,
      form: 'plain',
    })
  return [
    {
      kind: 'goal',
      measure: id,
      from,
      to,
      goal: print(goal.value),
      due: pace === null ? null : print(goal.value * pace),
    },
  ]
}

async function missedGoals(about: About): Promise<Problem[]> {
  const { centre, from, to, context } = about
  const goals = await goalsOf(context.database, { centre: centre.code, from, to })
  const wanted = measureIds.filter(id => goals.some(goal => goal.measure === id))
  return (await Promise.all(wanted.map(async id => missedGoal(id, goals, about)))).flat()
}

/** Awards above their ceiling or budget. */
async function aboveCeiling({ centre, from, to, context }: About): Promise<Problem[]> {
  const asked = {
    measures: ['awardsAboveCeiling' as const],
    centres: [centre.code],
    period: `${from}..${to}`,
  }
  const answer = await ask(asked, context)
  const { value } = figureOf(measures.awardsAboveCeiling, answer.current.overall)
  return value ? [{ kind: 'ceiling' }] : []
}

/** Bad reviews that were mostly answered too late. */
async function lateReplies({ centre, from, to, context }: About): Promise<Problem[]> {
  const { value: deadlines } = await readCentreSetting(context.database, centre.id, badReviewDeadlines)
  const asked = { period: `${from}..${to}`, filters: [], deadlines }
  return (await badReviewFollowUps(centre, asked, context)).lateReplies ? [{ kind: 'replies' }] : []
}

/**
 * What of 需要关注 is true of a period: windows that are late, goals that are missed, prices above their
 * ceilings, replies that came late. Each figure is left to be read when the text is. Errors: those of `ask`.
 */
export async function problemsOf(about: About): Promise<Problem[]> {
  const found = await Promise.all([
    lateWindows(about),
    missedGoals(about),
    aboveCeiling(about),
    lateReplies(about),
  ])
  return found.flat()
}
