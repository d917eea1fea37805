import type { Answer, Filter, MeasureId, QuestionInput } from '#measures'
import type { Loaded } from './useServerQuery.ts'
import { measureNamed, unpackAnswer } from '#measures'
import { useCentre } from '../stores/centre.ts'
import { filterDimensions, useFilters } from '../stores/filters.ts'
import { useMe } from '../stores/me.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** What a panel asks for; centre, period, comparison and filters come from the address. */
interface PanelQuestion {
  measures: readonly MeasureId[]
  granularity?: QuestionInput['granularity']
  groupBy?: string[]
  comparison?: string
  /** Overrides the period of the page. */
  period?: string
  /** Filters of the panel itself, whatever the filters of the page are. */
  only?: Filter[]
  /**
   * The whole hall to compare with: no filter by unit, window or item; none at all for somebody who
   * sees only part of it.
   */
  hall?: boolean
  /** Windows beside one another: the page's filter by window marks one of them and leaves none out. */
  allWindows?: boolean
}

/**
 * Answers a panel's question for what the page shows, and again when that changes. Null asks nothing: what
 * the viewer may not see would be refused, and the refusal written to the audit log.
 */
export function useAnswer(question: () => PanelQuestion | null): Loaded<Answer> {
  const filters = useFilters()
  const centre = useCentre()
  const me = useMe()
  return useServerQuery(
    'measures.ask',
    (): QuestionInput | null => {
      const asked = question()
      if (!centre.code || !asked) return null
      const { measures, only = [], hall = false, allWindows = false, ...rest } = asked
      const own = new Set<string>([
        ...only.map(filter => filter.dimension),
        ...(hall ? (me.me?.limited ? filterDimensions : ['unit', 'window', 'item']) : []),
        ...(allWindows ? ['window'] : []),
      ])
      return {
        measures: [...measures],
        centres: [centre.code],
        period: filters.period,
        comparison: filters.compare,
        filters: [
          ...filters.filtersFor(measures.map(measureNamed)).filter(filter => !own.has(filter.dimension)),
          ...only,
        ],
        ...rest,
        ...(hall && { benchmark: true }),
      }
    },
    async (input, signal) => unpackAnswer(await trpc.measures.ask.query(input, { signal })),
  )
}
