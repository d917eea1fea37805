import type { Answer, Goal } from '#measures'
import type { Loaded } from './useAsync.ts'
import { trpc } from './trpc.ts'
import { useAsync } from './useAsync.ts'

/** The goals that were set for the dates of an answer. */
export function useGoals(answer: () => Answer | null): Loaded<Goal[]> {
  return useAsync(() => {
    const shown = answer()
    const [centre] = shown?.question.centres ?? []
    return shown && centre !== undefined ? { centre, from: shown.current.from, to: shown.current.to } : null
  }, async (input, signal) => trpc.centres.targets.query(input, { signal }))
}
