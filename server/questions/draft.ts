import type { Granularity, MeasureId, Names } from '#measures'
import type { Asked } from './asked.ts'
import type { PeriodMeant } from './periodMeant.ts'
import type { Slots } from './slots.ts'
import type { MemberGroup } from './word.ts'

/** A question with open decisions: every list contains the possible meanings. */
export interface Draft {
  ids: MeasureId[][]
  groups: MemberGroup[][]
  period: PeriodMeant
  splits: string[]
  granularity: Granularity | 'fitting'
  slots: Slots
  notes: Names[]
  order: Asked['order'] | 'best' | 'worst'
  top: number | null
}
