import type { Answer } from '#measures'

/**
 * Reduces an answer about several centres to one of them, as if that centre alone had been asked about. Null
 * where the answer does not contain the centre.
 */
export function alone(answer: Answer, code: string): Answer | null {
  const cell = answer.current.totals.find(({ members }) => members[0] === code)
  return (
    (cell && {
      ...answer,
      question: { ...answer.question, centres: [code], groupBy: [] },
      current: { ...answer.current, totals: [], cells: [], overall: cell.parts },
    }) ??
    null
  )
}
