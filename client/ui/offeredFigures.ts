import type { Answer, MeasureId } from '#measures'
import type { Sheet } from './figureSheet.ts'
import { onScopeDispose } from 'vue'

/** Named figures of a page, each with the answer that contains it. */
export interface NamedFigures {
  name: string
  figures: readonly { id: MeasureId; answer: Answer | null }[]
}
/**
 * Returns what a component contributes to the workbook of the page, and its panel for the order; null while
 * it has nothing.
 */
type Offer = () => { sheet: Sheet; panel: HTMLElement | null } | NamedFigures | null

const offers = new Set<Offer>()

/** Adds the figures of a component to the workbook of the page while the component is mounted. */
export function offerFigures(offer: Offer): void {
  offers.add(offer)
  onScopeDispose(() => offers.delete(offer))
}

/** All contributions to the workbook of the page at this moment. */
export const offeredFigures = () => [...offers].flatMap(offer => offer() ?? [])
