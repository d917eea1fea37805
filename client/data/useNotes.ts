import type { Answer } from '#measures'
import type { Outputs } from './trpc.ts'
import type { Loaded } from './useAsync.ts'
import { shallowRef } from 'vue'
import { trpc } from './trpc.ts'
import { useAsync } from './useAsync.ts'

export type Note = Outputs['notes']['list'][number]

/** The notes on the days of an answer, about the hall or the window that it is limited to; `again` reads them once more. */
export function useNotes(answer: () => Answer | null): Loaded<Note[]> & { again: () => void } {
  const round = shallowRef(0)
  const loaded = useAsync(() => {
    const shown = answer()
    const [centre] = shown?.question.centres ?? []
    const windows = shown?.question.filters.find(filter => filter.dimension === 'window')?.in ?? []
    return shown && centre !== undefined ? { centre, from: shown.current.from, to: shown.current.to, windows, round: round.value } : null
  }, async ({ centre, from, to, windows }, signal) => {
    const found = await trpc.notes.list.query({ centre, from, to }, { signal })
    return windows.length === 0 ? found : found.filter(note => note.window === null || windows.includes(note.window))
  })
  return { ...loaded, again: () => void round.value++ }
}
