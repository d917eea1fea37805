import type { offeredFigures } from '../ui/offeredFigures.ts'

/** Sorts contributions: single figures first, then the panels from top to bottom. */
export function inOrder(offers: ReturnType<typeof offeredFigures>) {
  const placeOf = (offer: (typeof offers)[number]): HTMLElement | null =>
    'sheet' in offer ? offer.panel : null
  return offers.toSorted((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)]
    if (!first || !second) return Number(first !== null) - Number(second !== null)
    return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  })
}
