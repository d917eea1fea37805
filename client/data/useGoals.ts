import type { Answer, Goal } from '#measures'
import type { Loaded } from './useServerQuery.ts'
import { trpc } from './trpc.ts'
import { useServerQuery } from './useServerQuery.ts'

/** Reads the goals for the dates of an answer, and again when `round` changes. */
export function useGoals(answer: () => Answer | null, round: () => number = () => 0): Loaded<Goal[]> {
  return useServerQuery(
    'centres.targets',
    () => {
      const shown = answer()
      const [centre] = shown?.question.centres ?? []
      return shown && centre !== undefined
        ? { centre, from: shown.current.from, to: shown.current.to, round: round() }
        : null
    },
    async ({ centre, from, to }, signal) => trpc.centres.targets.query({ centre, from, to }, { signal }),
  )
}
