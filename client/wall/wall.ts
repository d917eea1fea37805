import type { MeasureId } from '#measures'
import { measureIds } from '#measures'

/** The figures of the wall, the most important first. */
export const wallFigures: readonly MeasureId[] = [
  'savings',
  'casesAccepted',
  'onTimeRate',
  'sameDayRate',
  'overdueOpenCases',
  'banners',
]
/** The figures that a public wall may show: how people are served. */
const publicFigures: readonly MeasureId[] = [
  'casesAccepted',
  'casesCompleted',
  'onTimeRate',
  'sameDayRate',
  'averageHandlingTime',
  'banners',
]

/** Panels that are lists and not the chart of one measure. */
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
/** Counts of messages from people; a public wall shows those that need no explanation. */
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
 * The panels named in an address ("casesAccepted,windows"), in that order; the default panels where no known
 * one is named. A public wall drops panels that are not meant for the public.
 */
export function panelsOf(chosen: unknown, isPublic: boolean): readonly WallView[] {
  const usual = isPublic ? publicPanels : usualPanels
  const allowed: readonly WallView[] = isPublic ? [...publicFigures, 'feedback'] : [...measureIds, ...lists]
  const named = typeof chosen === 'string' ? chosen.split(',') : []
  const found = allowed.filter(view => named.includes(view))
  return found.length > 0 ? found.toSorted((a, b) => named.indexOf(a) - named.indexOf(b)) : usual
}

/** How long a panel is shown, in seconds, as given in an address; limited to 5…3600. */
export function turnSeconds(chosen: unknown): number {
  const seconds = Number(chosen)
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(mostSeconds, Math.max(fewestSeconds, seconds))
    : usualSeconds
}

/** What stands in for a figure that the panel beside shows. */
const spareFigures: readonly MeasureId[] = ['ownGoodReviewRate']

/** The measures that a public panel shows with their values. */
const shownOn = (view: WallView): readonly MeasureId[] =>
  isChart(view) ? [view] : view === 'feedback' ? publicFeedbackRows : []

/**
 * The figures beside a panel. On a public screen no figure is shown twice: a figure that the panel shows is
 * replaced by another. A meeting keeps the same six, because the panel says more of one of them.
 */
export function figuresBeside(
  views: readonly WallView[],
  { isPublic, seesWholeHall }: { isPublic: boolean; seesWholeHall: boolean },
): MeasureId[] {
  const usual = isPublic || !seesWholeHall ? publicFigures : wallFigures
  const shown = new Set(isPublic ? views.flatMap(shownOn) : [])
  const spare = spareFigures.filter(id => !shown.has(id))
  return usual.flatMap(id => (shown.has(id) ? spare.splice(0, 1) : [id]))
}
