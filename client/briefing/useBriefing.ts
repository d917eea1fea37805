import type { ShallowRef } from 'vue'
import type { Loaded } from '../data/useServerQuery.ts'
import type { SavedParts } from './draftKeeper.ts'
import type { Shown } from './paperStore.ts'
import type { DraftAt } from './unsavedDrafts.ts'
import { onScopeDispose, watch } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { DraftKeeper } from './draftKeeper.ts'
import { usePaper } from './paperStore.ts'
import { useWritersBeside } from './useWritersBeside.ts'

const lookEvery = 60_000
/** The interval in milliseconds for a draft that waits for its signature. */
const waitingEvery = 10_000

/**
 * The parts of a save's reply that the page shows. Without `moved`: a save does not report changed numbers.
 */
const pickShown = ({ readings, pictures, paper, printed, word }: SavedParts) => ({
  readings,
  pictures,
  paper,
  printed,
  word,
})

/** Calls `look` every minute, and more often while the briefing waits for its signature. */
function lookAgain(look: () => void, loaded: Loaded<Shown>): void {
  const looking = setInterval(look, lookEvery)
  const waiting = setInterval(() => {
    const { state, review } = loaded.value.value ?? {}
    if (state === 'draft' && review === 'submitted' && !document.hidden) look()
  }, waitingEvery)
  onScopeDispose(() => {
    clearInterval(looking)
    clearInterval(waiting)
  })
}

/** Loads a briefing, checks every minute whether its numbers or its text have changed, and saves edits. */
export function useBriefing(at: DraftAt): {
  loaded: Loaded<Shown>
  keeper: DraftKeeper
  /** Who else has it open for editing. */
  others: Readonly<ShallowRef<readonly string[]>>
  reload: () => void
} {
  const paper = usePaper()
  const { centre, id } = at
  paper.at = { centre, id }
  const loaded = useServerQuery(
    'briefings.show',
    () => ({ centre, id }),
    async (input, signal) => trpc.briefings.show.query(input, { signal }),
  )
  let open = true
  const keeper = new DraftKeeper(at, saved => open && paper.take(pickShown(saved)))
  watch(loaded.value, shown => {
    if (!shown) return
    paper.take({ ...shown, word: shown.document.word ?? null })
    keeper.take(shown)
  })
  lookAgain(() => {
    if (keeper.state.value === 'saved') loaded.retry()
  }, loaded)
  const others = useWritersBeside(at, {
    isWriting: () => loaded.value.value?.state === 'draft' && loaded.value.value.review !== 'submitted',
    onRevision: revision => {
      if (keeper.state.value === 'saved' && revision > keeper.revision.value) loaded.retry()
    },
  })
  const askBeforeLeaving = (event: BeforeUnloadEvent): void => {
    if (keeper.state.value === 'unsaved' || keeper.state.value === 'saving') event.preventDefault()
  }
  const keep = (): void => keeper.keep()
  window.addEventListener('beforeunload', askBeforeLeaving)
  window.addEventListener('pagehide', keep)
  onScopeDispose(() => {
    open = false
    window.removeEventListener('beforeunload', askBeforeLeaving)
    window.removeEventListener('pagehide', keep)
    keep()
    void keeper.save()
  })
  function reload(): void {
    keeper.yieldToNewer()
    loaded.retry()
  }
  return { loaded, keeper, others, reload }
}
