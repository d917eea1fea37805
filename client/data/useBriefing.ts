import type { ShallowRef } from 'vue'
import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { Shown } from '../stores/paper.ts'
import type { ReadableError } from './trpc.ts'
import type { Loaded } from './useAsync.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { usePaper } from '../stores/paper.ts'
import { readableError, trpc } from './trpc.ts'
import { useAsync } from './useAsync.ts'

const quiet = 900
const lookEvery = 60_000

/** A briefing on its page: read, written to, kept by itself. */
export interface BriefingAtWork {
  loaded: Loaded<Shown>
  /** What the writer sees; null until it was read. */
  document: Readonly<ShallowRef<BriefingDocument | null>>
  revision: Readonly<ShallowRef<number>>
  /** Grows when the document came anew from the server. */
  round: Readonly<ShallowRef<number>>
  state: Readonly<ShallowRef<'saved' | 'unsaved' | 'saving'>>
  /** Why the last save failed; `briefing-changed` waits for the writer to load the newer one. */
  problem: Readonly<ShallowRef<ReadableError | null>>
  change: (document: BriefingDocument) => void
  save: () => Promise<void>
  reload: () => void
}

/** Reads a briefing and keeps what is written into it: a moment after the last key, one save at a time, never over what somebody else saved. */
export function useBriefing(which: () => { centre: string, id: number } | null): BriefingAtWork {
  const paper = usePaper()
  const loaded = useAsync(which, async (input, signal) => trpc.briefings.show.query(input, { signal }))
  const document = shallowRef<BriefingDocument | null>(null)
  const [revision, round] = [shallowRef(0), shallowRef(0)]
  const state = shallowRef<'saved' | 'unsaved' | 'saving'>('saved')
  const problem = shallowRef<ReadableError | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(loaded.value, (shown) => {
    if (!shown)
      return
    paper.take(shown)
    // What somebody is writing is not taken from under them; new numbers are.
    if (state.value !== 'saved' || shown.revision === revision.value)
      return
    document.value = shown.document
    revision.value = shown.revision
    round.value++
  })

  async function save(): Promise<void> {
    clearTimeout(timer)
    const [input, written] = [which(), document.value]
    if (!input || !written || state.value !== 'unsaved')
      return
    state.value = 'saving'
    try {
      const saved = await trpc.briefings.save.mutate({ ...input, revision: revision.value, document: written })
      revision.value = saved.revision
      problem.value = null
      paper.take(saved)
      state.value = document.value === written ? 'saved' : 'unsaved'
      if (state.value === 'unsaved')
        later()
    }
    catch (failure) {
      problem.value = readableError(failure)
      state.value = 'unsaved'
      if (problem.value.name === 'offline' || problem.value.name === 'database-unreachable')
        later(4000)
    }
  }
  function later(wait = quiet): void {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), wait)
  }
  function change(next: BriefingDocument): void {
    document.value = next
    if (state.value !== 'saving')
      state.value = 'unsaved'
    if (problem.value?.name !== 'briefing-changed')
      later()
  }
  function reload(): void {
    clearTimeout(timer)
    problem.value = null
    state.value = 'saved'
    revision.value = 0
    loaded.retry()
  }
  const looking = setInterval(() => state.value === 'saved' && loaded.retry(), lookEvery)
  onScopeDispose(() => {
    clearInterval(looking)
    void save()
  })
  return { loaded, document, revision, round, state, problem, change, save, reload }
}
