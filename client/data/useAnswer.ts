import type { Answer, Filter, MeasureId, QuestionInput } from '#measures'
import type { Loaded } from './useServerQuery.ts'
import { measureNamed, unpackAnswer } from '#measures'
import { useCentre } from '../stores/centre.ts'
import { filterDimensions, useFilters } from '../stores/filters.ts'
import { useMe } from '../stores/me.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** The question of a panel; centre, period, comparison and filters are added from the page. */
interface PanelQuestion {
  measures: readonly MeasureId[]
  granularity?: QuestionInput['granularity']
  groupBy?: string[]
  comparison?: string
  /** Replaces the period of the page. */
  period?: string
  /** Filters of the panel, which replace the page's filters by the same dimensions. */
  only?: Filter[]
  /**
   * Asks for the whole hall as a benchmark: drops the page's filters by unit, window and item, and for
   * viewers of a part of the hall all filters of the page.
   */
  hall?: boolean
  /** For comparing windows: drops the page's filter by window, which only highlights one of them. */
  allWindows?: boolean
}

/**
 * Reads the answer to a panel's question for the page's filters, and again when these change. A null question
 * is not sent: what the viewer may not see would be refused, and the refusal audited.
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
