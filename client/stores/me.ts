import type { Outputs, ReadableError } from '../data/trpc.ts'
import { defineStore } from 'pinia'
import { computed, nextTick, shallowRef } from 'vue'
import { readableError, signedOut, trpc } from '../data/trpc.ts'
import { useAsync } from '../data/useAsync.ts'

export type Permission = NonNullable<Outputs['access']['state']['me']>['may'][number]

/** Pages with the permission that opens each; the first that a person may open is theirs to begin with. */
export const pagesByPermission = [
  ['overview', 'figures.read'],
  ['windows', 'figures.read'],
  ['items', 'figures.read'],
  ['joint', 'figures.read'],
  ['trading', 'trading.read'],
  ['briefings', 'briefings.read'],
  ['measures', 'catalogue.read'],
  ['data', 'imports.read'],
  ['people', 'accounts.manage'],
  ['audit', 'audit.read'],
  ['server', 'operations.read'],
] as const satisfies readonly (readonly [string, Permission])[]

/** Who looks at the page, and what they may do. */
export const useMe = defineStore('me', () => {
  const round = shallowRef(0)
  const loaded = useAsync(() => round.value, async (_, signal) => trpc.access.state.query(undefined, { signal }))
  const me = computed(() => loaded.value.value?.me ?? null)
  const may = (permission: Permission): boolean => me.value?.may.includes(permission) ?? false
  const pages = computed(() => pagesByPermission.filter(([, permission]) => may(permission)).map(([page]) => page))
  const refresh = (): void => void round.value++
  signedOut.addEventListener('signed-out', refresh)
  const left = shallowRef(false)
  /** Why the page that was to be left is still there. */
  const stayed = shallowRef<ReadableError | null>(null)
  /** Changes as whom one looks, with no panel on the page that would still ask as the one before. The page is left after it; it is back where that fails. */
  async function away(change: () => Promise<unknown>): Promise<void> {
    left.value = true
    stayed.value = null
    await nextTick()
    try {
      await change()
    }
    catch (failure) {
      left.value = false
      stayed.value = readableError(failure)
      throw failure
    }
  }
  return { known: computed(() => loaded.value.value !== null && !left.value), state: loaded.value, error: loaded.error, me, may, pages, refresh, away, stayed }
})
