import type { Answer, MeasureId } from '#measures'
import { measureNamed, valueOf } from '#measures'

/** Whether none of these figures of an answer has a value, or only zero: nothing is known or happened. */
export const hasNothing = ({ current }: Answer, ids: readonly MeasureId[]): boolean =>
  !ids.some(id => valueOf(measureNamed(id), current.overall))
