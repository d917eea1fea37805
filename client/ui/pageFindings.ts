import type { Answer, Goal, Measure, MeasureId } from '#measures'
import type { BadReviews } from '../overview/attention/followItems.ts'
import type { AttentionItem } from '../overview/attention/item.ts'
import type { Say } from './figureWords.ts'
import { changeIn, figureOf, isShare, measureNamed, mostChanged, printFigure } from '#measures'
import { lateReplyItem, reportsItem, reviewItem } from '../overview/attention/followItems.ts'
import { goalItems } from '../overview/attention/goalItems.ts'
import { lateItem, windowItem } from '../overview/attention/hallItems.ts'
import { ceilingItem } from '../overview/attention/tradeItems.ts'
import { changeLine, inSentence } from './figureWords.ts'

/** A part of the sentence at the top of a page: its subject, and the problem, which is underlined. */
export interface Said {
  text: string
  fault?: string
}

/** Items of the overview's attention list as parts of a sentence. */
const saidOf = (items: readonly AttentionItem[]): Said[] =>
  items.map(({ subject, fault }) => ({ text: subject, fault }))

type Finder<Found> = (found: Found | null, say: Say) => Said[]
const finder =
  <Found>(itemsOf: (found: Found, say: Say) => AttentionItem[]): Finder<Found> =>
  (reviews, say) =>
    reviews === null ? [] : saidOf(itemsOf(reviews, say))

/**
 * Findings as on the overview: prices above their ceilings, bad reviews that wait too long or were mostly
 * answered late, overdue reports, units that have not reported.
 */
export const pricesAbove = finder(ceilingItem)
export const reviewsWaiting = finder((reviews: BadReviews, say) => [
  ...reviewItem(reviews, say),
  ...lateReplyItem(reviews, say),
])
export const reportsMissing = finder(reportsItem)
export const unitsLate = finder(lateItem)

/** The goals that the figures of a page miss. */
export const goalsMissed = (answer: Answer, goals: readonly Goal[], say: Say): Said[] =>
  saidOf(goalItems(goals, [answer], say))

/** The names of windows that are significantly worse than the hall. */
export const windowsWorse = (answer: Answer, id: MeasureId, say: Say): Said[] =>
  windowItem(answer, id, say).map(({ owner, fault, only, figure }) => {
    const [code = '', ...others] = only?.[0]?.in ?? []
    const cell = answer.current.totals.find(({ members }) => members[0] === code)
    // A single window is given with its figure; several are only listed.
    if (others.length > 0 || !cell || !figure) return { text: owner, fault }
    const measure = measureNamed(id)
    const value = printFigure(figureOf(measure, cell.parts), measure, say)
    const hall = printFigure(figure, measure, say)
    return {
      text: owner,
      fault: say.t('found.windowWorse', {
        name: inSentence(measure.names[say.language], say.language),
        value,
        hall,
      }),
    }
  })

/** True where the difference between two counts of independent events is within chance (Poisson). */
export const isByChance = (now: number, before: number): boolean =>
  !now || !before || Math.abs(Math.log(now / before)) <= 1.96 * Math.sqrt(1 / now + 1 / before)

/**
 * True for a count whose change is within chance. Shares and means are tested where the measure with the
 * largest change is chosen.
 */
function isNoise(measure: Measure, answer: Answer): boolean {
  if (measure.kind === 'mean' || isShare(measure.unit) || measure.unit === 'fen') return false
  const [now, before] = [answer.current, answer.earlier].map(
    side => figureOf(measure, side?.overall ?? {}).value ?? 0,
  )
  return isByChance(now ?? 0, before ?? 0)
}

/**
 * The figure with the largest change that is good or bad news, or that no figure changed significantly. Empty
 * where no figure can be compared.
 */
export function changesTold(ids: readonly MeasureId[], answer: Answer, say: Say): Said[] {
  const compared = ids
    .map(measureNamed)
    .filter(measure => measure.better !== 'neutral' && changeIn(measure, answer).change !== null)
  if (compared.length === 0) return []
  const most = mostChanged(
    compared.filter(measure => !isNoise(measure, answer)),
    answer,
  )
  if (!most) return [{ text: say.t('found.usual') }]
  const [name, line] = [most.names[say.language], changeLine(most, answer, say)]
  if (changeIn(most, answer).change?.judgement === 'worse') return [{ text: name, fault: line }]
  return [{ text: say.language === 'zh' ? `${name}${line}` : `${name} ${line}` }]
}
