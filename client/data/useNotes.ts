import type { ComputedRef } from 'vue'
import type { Answer } from '#measures'
import type { Outputs } from './trpc.ts'
import { computed, shallowRef } from 'vue'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

export type Note = Outputs['notes']['list'][number]

/**
 * The notes on the days of an answer, about the hall or the window that it is limited to; `again` reads
 * them once more.
 */
export function useNotes(answer: () => Answer | null): { notes: ComputedRef<Note[]>; again: () => void } {
  const round = shallowRef(0)
  const loaded = useServerQuery(
    'notes.list',
    () => {
      const shown = answer()
      const [centre] = shown?.question.centres ?? []
      return shown && centre !== undefined
        ? { centre, from: shown.current.from, to: shown.current.to, round: round.value }
        : null
    },
    async ({ centre, from, to }, signal) => trpc.notes.list.query({ centre, from, to }, { signal }),
  )
  const limitedTo = computed(
    () => answer()?.question.filters.find(filter => filter.dimension === 'window')?.in ?? null,
  )
  const notes = computed(() =>
    (loaded.value.value ?? []).filter(
      note => note.window === null || (limitedTo.value?.includes(note.window) ?? true),
    ),
  )
  return { notes, again: () => void round.value++ }
}
