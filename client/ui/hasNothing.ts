import type { Answer, MeasureId } from '#measures'
import { measureNamed, valueOf } from '#measures'

/** True where every one of these figures is empty or zero. */
export const hasNothing = ({ current }: Answer, ids: readonly MeasureId[]): boolean =>
  !ids.some(id => valueOf(measureNamed(id), current.overall))
