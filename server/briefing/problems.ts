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

/** The centre, local dates, language and context of a draft. */
interface About {
  centre: Centre
  from: string
  to: string
  language: Language
  context: QueryContext
}

/** The most windows to name: a longer list would not be read out. */
const mostWindows = 3

/**
 * The windows whose share of cases in time is lower than chance and the usual spread between windows explain.
 */
async function lateWindows({ centre, from, to, language, context }: About): Promise<Problem[]> {
  const answer = await ask(
    { measures: ['onTimeRate'], centres: [centre.code], period: `${from}..${to}`, groupBy: ['window'] },
    context,
  )
  const worse = [...(standOut(answer, measures.onTimeRate)?.verdicts ?? [])].filter(
    ([, side]) => side === 'worse',
  )
  const names = new Map(answer.members[0]?.map(member => [member.code, member[language]]))
  return worse
    .slice(0, mostWindows)
    .map(([code]): Problem => ({ kind: 'window', code, name: names.get(code) ?? code }))
}

/**
 * A missed goal of the whole hall. A sum is compared with its pace since the first day of the goal, a rate
 * with the goal itself in the period of the draft. Empty where the goal is met or cannot be judged.
 */
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

/** A problem where any award is above its ceiling or budget. */
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

/** A problem where most bad reviews were answered late. */
async function lateReplies({ centre, from, to, context }: About): Promise<Problem[]> {
  const { value: deadlines } = await readCentreSetting(context.database, centre.id, badReviewDeadlines)
  const asked = { period: `${from}..${to}`, filters: [], deadlines }
  return (await badReviewFollowUps(centre, asked, context)).lateReplies ? [{ kind: 'replies' }] : []
}

/**
 * The problems of a period, for the section on problems: late windows, missed goals, awards above their
 * ceilings, and late replies. Figures are returned as references, which are read with the text. Errors: those
 * of `ask`.
 */
export async function problemsOf(about: About): Promise<Problem[]> {
  const problems = await Promise.all([
    lateWindows(about),
    missedGoals(about),
    aboveCeiling(about),
    lateReplies(about),
  ])
  return problems.flat()
}
