import type { Answer, MeasureId } from '#measures'
import type { Sheet } from './figureSheet.ts'
import { onScopeDispose } from 'vue'

/** Figures of a page that stand by themselves, each with the answer that it is read from. */
export interface NamedFigures {
  name: string
  figures: readonly { id: MeasureId; answer: Answer | null }[]
}
/** What a part of the page gives to its workbook, and where it stands; null while it has nothing. */
type Offer = () => { sheet: Sheet; panel: HTMLElement | null } | NamedFigures | null

const offers = new Set<Offer>()

/** Lets the workbook of the whole page hold what is shown here, for as long as it is shown. */
export function offerFigures(offer: Offer): void {
  offers.add(offer)
  onScopeDispose(() => offers.delete(offer))
}

/** Everything that the page offers at this moment. */
export const offeredFigures = () => [...offers].flatMap(offer => offer() ?? [])
