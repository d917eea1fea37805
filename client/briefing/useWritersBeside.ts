import type { ShallowRef } from 'vue'
import type { DraftAt } from './unsavedDrafts.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useMe } from '../stores/me.ts'
import { randomWord } from './randomWord.ts'

const askEvery = 10_000

/**
 * Reports to the server that this page is editing a draft, and returns who else is. `onRevision` receives the
 * latest revision.
 */
export function useWritersBeside(
  { centre, id }: DraftAt,
  { isWriting, onRevision }: { isWriting: () => boolean; onRevision: (revision: number) => void },
): Readonly<ShallowRef<readonly string[]>> {
  const me = useMe()
  const others = shallowRef<readonly string[]>([])
  const page = randomWord()
  async function ask(leaves = false): Promise<void> {
    try {
      const { others: writers, revision } = await trpc.briefings.beside.mutate({ centre, id, page, leaves })
      if (leaves) return
      others.value = writers
      onRevision(revision)
    } catch {
      // An unreachable server is reported by saving and reading.
    }
  }
  // Impersonation is read-only.
  const writes = (): boolean => me.may('briefings.write') && !me.me?.impersonatedBy && isWriting()
  watch(
    writes,
    now => {
      if (now) void ask()
    },
    { immediate: true },
  )
  const asking = setInterval(() => {
    if (writes() && !document.hidden) void ask()
  }, askEvery)
  const leave = (): void => {
    if (writes()) void ask(true)
  }
  window.addEventListener('pagehide', leave)
  onScopeDispose(() => {
    clearInterval(asking)
    window.removeEventListener('pagehide', leave)
    leave()
  })
  return others
}
