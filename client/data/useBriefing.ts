import type { Shown } from '../stores/paper.ts'
import type { Loaded } from './useAsync.ts'
import { onScopeDispose, watch } from 'vue'
import { usePaper } from '../stores/paper.ts'
import { DraftKeeper } from './DraftKeeper.ts'
import { trpc } from './trpc.ts'
import { useAsync } from './useAsync.ts'

const lookEvery = 60_000

/** Reads a briefing for its page, looks now and then whether its numbers or its text moved, and keeps what is written into it. */
export function useBriefing(which: () => { centre: string, id: number } | null): { loaded: Loaded<Shown>, keeper: DraftKeeper, reload: () => void } {
  const paper = usePaper()
  const loaded = useAsync(which, async (input, signal) => trpc.briefings.show.query(input, { signal }))
  const keeper = new DraftKeeper(which, paper.take)
  watch(loaded.value, (shown) => {
    if (!shown)
      return
    paper.take(shown)
    keeper.take(shown)
  })
  const looking = setInterval(() => {
    if (keeper.state.value === 'saved')
      loaded.retry()
  }, lookEvery)
  onScopeDispose(() => {
    clearInterval(looking)
    void keeper.save()
  })
  function reload(): void {
    keeper.forget()
    loaded.retry()
  }
  return { loaded, keeper, reload }
}
