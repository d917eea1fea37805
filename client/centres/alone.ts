import type { Answer } from '#measures'

/** What an answer about several centres says of one of them, as if it had been asked alone. */
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
