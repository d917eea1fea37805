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
const usualPanels: readonly MeasureId[] = [
  'savings',
  'casesAccepted',
  'onTimeRate',
  'tradesConcluded',
  'sameDayRate',
  'averageHandlingTime',
]
const publicPanels: readonly MeasureId[] = ['casesAccepted', 'onTimeRate', 'sameDayRate']
const [fewestSeconds, usualSeconds, mostSeconds] = [5, 20, 3600]

/**
 * The panels that an address chooses ("casesAccepted,onTimeRate"), in its order; the usual ones where it
 * names none that is known. The public sees none but the panels meant for it.
 */
export function panelsOf(chosen: unknown, isPublic: boolean): readonly MeasureId[] {
  const usual = isPublic ? publicPanels : usualPanels
  const allowed = isPublic ? publicFigures : measureIds
  const named = typeof chosen === 'string' ? chosen.split(',') : []
  const found = allowed.filter(id => named.includes(id))
  return found.length > 0 ? found.toSorted((a, b) => named.indexOf(a) - named.indexOf(b)) : usual
}

/** How long a panel stays, in seconds, as an address says; between five seconds and an hour. */
export function turnSeconds(chosen: unknown): number {
  const seconds = Number(chosen)
  return Number.isFinite(seconds) && seconds > 0
    ? Math.min(mostSeconds, Math.max(fewestSeconds, seconds))
    : usualSeconds
}
