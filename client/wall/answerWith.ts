import type { Answer, MeasureId } from '#measures'
import { measureNamed, partKey, partsOf } from '#measures'

/** The answer among several that has a measure's parts; null where none has. */
export function answerWith(id: MeasureId, answers: readonly (Answer | null)[]): Answer | null {
  const parts = partsOf(measureNamed(id))
  return (
    answers.find(answer => answer !== null && parts.every(part => partKey(part) in answer.current.overall)) ??
    null
  )
}
