import type { MeasureId } from '#measures'
import { measureIds } from '#measures'

/** What the wall shows beside its sentence, the most important first. */
export const wallFigures: readonly MeasureId[] = [
  'savings',
  'casesAccepted',
  'onTimeRate',
  'sameDayRate',
  'overdueOpenCases',
  'banners',
]
/** What the public of the hall may see: how it is served. */
export const publicFigures: readonly MeasureId[] = [
  'casesAccepted',
  'casesCompleted',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
  'banners',
]

/** Panels that are no chart of one measure. */
const lists = ['goals', 'attention', 'windows', 'feedback'] as const
/** A panel of the wall: the chart of a measure, or a list. */
export type WallView = MeasureId | (typeof lists)[number]
export const isChart = (view: WallView): view is MeasureId => !(lists as readonly string[]).includes(view)

const usualPanels: readonly WallView[] = [
  'savings',
  'attention',
  'goals',
  'windows',
  'casesAccepted',
  'feedback',
]
const publicPanels: readonly WallView[] = ['casesAccepted', 'onTimeRate', 'sameDayRate', 'feedback']
/** What people sent in; the public sees the counts that need no explanation. */
export const feedbackRows: readonly MeasureId[] = [
  'banners',
  'letters',
  'ownGoodReviewRate',
  'complaints',
  'hotlineCalls',
]
export const publicFeedbackRows: readonly MeasureId[] = ['banners', 'letters', 'ownGoodReviewRate']
const [fewestSeconds, usualSeconds, mostSeconds] = [5, 20, 3600]

/**
 * The panels that an address chooses ("casesAccepted,windows"), in its order; the usual ones where it
 * names none that is known. The public sees none but the panels meant for it.
 */
export function panelsOf(chosen: unknown, isPublic: boolean): readonly WallView[] {
  const usual = isPublic ? publicPanels : usualPanels
  const allowed: readonly WallView[] = isPublic ? [...publicFigures, 'feedback'] : [...measureIds, ...lists]
  const named = typeof chosen === 'string' ? chosen.split(',') : []
  const found = allowed.filter(view => named.includes(view))
  return found.length > 0 ? found.toSorted((a, b) => named.indexOf(a) - named.indexOf(b)) : usual
}

/** How long a panel stays, in seconds, as an address says; between five seconds and an hour. */
export function turnSeconds(chosen: unknown): number {
  const seconds = Number(chosen)
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(mostSeconds, Math.max(fewestSeconds, seconds))
    : usualSeconds
}
