import type { Answer } from '#measures'
import type { Outputs } from './trpc.ts'
import type { Loaded } from './useServerQuery.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** The number of cases listed of each kind. */
const shown = 8

/**
 * Open cases past or near their limit, as far as records reach, within the filters of an answer; null
 * waits.
 */
export function useDueList(answer: () => Answer | null): Loaded<Outputs['measures']['due']> {
  return useServerQuery(
    'measures.due',
    () => {
      const beside = answer()
      const [centre] = beside?.question.centres ?? []
      return beside && centre !== undefined
        ? { centre, filters: beside.question.filters, limit: shown }
        : null
    },
    async (input, signal) => trpc.measures.due.query(input, { signal }),
  )
}
