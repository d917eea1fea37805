import type { Shown } from '../stores/paper.ts'
import type { BriefingAt } from './draftKeeper.ts'
import type { Loaded } from './useAsync.ts'
import { onScopeDispose, watch } from 'vue'
import { usePaper } from '../stores/paper.ts'
import { DraftKeeper } from './draftKeeper.ts'
import { trpc } from './trpc.ts'
import { useAsync } from './useAsync.ts'

const lookEvery = 60_000

/** Reads a briefing for its page, looks now and then whether its numbers or its text moved, and keeps what is written into it. */
export function useBriefing(at: BriefingAt): { loaded: Loaded<Shown>, keeper: DraftKeeper, reload: () => void } {
  const paper = usePaper()
  const loaded = useAsync(() => at, async (input, signal) => trpc.briefings.show.query(input, { signal }))
  let open = true
  const keeper = new DraftKeeper(at, saved => open && paper.take(saved))
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
  // Whoever closes the browser with something unsaved is asked first.
  const ask = (event: BeforeUnloadEvent): void => keeper.state.value === 'saved' ? undefined : event.preventDefault()
  window.addEventListener('beforeunload', ask)
  onScopeDispose(() => {
    open = false
    clearInterval(looking)
    window.removeEventListener('beforeunload', ask)
    void keeper.save()
  })
  function reload(): void {
    keeper.forget()
    loaded.retry()
  }
  return { loaded, keeper, reload }
}
