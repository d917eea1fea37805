import type { MeasureId } from '#measures'
import { measureIds } from '#measures'

/** The figures of the wall, most important first. */
export const wallFigures: readonly MeasureId[] = [
  'savings',
  'casesAccepted',
  'onTimeRate',
  'sameDayRate',
  'overdueOpenCases',
  'banners',
]
/** The panels that a public wall may show: those about services. */
const publicCharts: readonly MeasureId[] = [
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
/** The figures of the feedback panel. A public wall shows only those that need no explanation. */
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
 * Parses the panels in an address ("casesAccepted,windows"), in their order. Returns the default panels where
 * none is known. Panels that are not meant for the public are left out on a public wall.
 */
export function panelsOf(chosen: unknown, isPublic: boolean): readonly WallView[] {
  const usual = isPublic ? publicPanels : usualPanels
  const allowed: readonly WallView[] = isPublic ? [...publicCharts, 'feedback'] : [...measureIds, ...lists]
  const named = typeof chosen === 'string' ? chosen.split(',') : []
  const views = allowed.filter(view => named.includes(view))
  return views.length > 0 ? views.toSorted((a, b) => named.indexOf(a) - named.indexOf(b)) : usual
}

/** Parses how long a panel is shown, in seconds; limited to 5…3600, 20 by default. */
export function turnSeconds(chosen: unknown): number {
  const seconds = Number(chosen)
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(mostSeconds, Math.max(fewestSeconds, seconds))
    : usualSeconds
}

/** Figures about services that replace those which a panel shows. */
export const spareFigures: readonly MeasureId[] = [
  'instantCaseShare',
  'earlyRate',
  'p90HandlingTime',
  'actualSpeedup',
]

/** The measures whose values a public panel shows. */
const shownOn = (view: WallView): readonly MeasureId[] =>
  isChart(view) ? [view] : view === 'feedback' ? publicFeedbackRows : []

const mostFigures = 6

/**
 * The figures beside the panels, which stay the same while the panels turn. On a public wall no figure is
 * shown twice: one that any of the panels shows is replaced, and they fill whole rows of two. In a meeting
 * the panels add detail to the six figures.
 */
export function figuresBeside(
  panels: readonly WallView[],
  { isPublic, seesWholeHall }: { isPublic: boolean; seesWholeHall: boolean },
): MeasureId[] {
  if (!isPublic) return [...(seesWholeHall ? wallFigures : publicCharts)]
  const shown = new Set(panels.flatMap(shownOn))
  const left = [...publicCharts, ...spareFigures].filter(id => !shown.has(id)).slice(0, mostFigures)
  return left.slice(0, left.length - (left.length % 2))
}
