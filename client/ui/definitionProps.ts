import type { Figure, MeasureId } from '#measures'

/** A measure whose definition is shown, with the figure beside it. */
export interface DefinitionProps {
  id: MeasureId
  figure?: Figure | null
  rows?: boolean
  /** How the shown number is derived from the measure, where it is not the measure itself. */
  about?: string
}
