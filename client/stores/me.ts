import type { MeasureId } from '#measures'
import type { ReadableError } from '../data/readableError.ts'
import type { Permission } from '../pages.ts'
import { useEventListener } from '@vueuse/core'
import { defineStore } from 'pinia'
import { computed, nextTick, shallowRef, watch } from 'vue'
import { dimensionOf, measureNamed } from '#measures'
import { dropUnusedQueries, queryClient } from '../data/queryClient.ts'
import { readableError, signedOut, trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { isOpenTo, navigationPages } from '../pages.ts'

/** The signed-in account and its permissions. */
export const useMe = defineStore('me', () => {
  const round = shallowRef(0)
  const loaded = useServerQuery(
    'access.state',
    () => round.value,
    async (_, signal) => trpc.access.state.query(undefined, { signal }),
  )
  const me = computed(() => loaded.value.value?.me ?? null)
  const may = (permission: Permission): boolean => me.value?.may.includes(permission) ?? false
  const seesWholeHall = computed(() => me.value !== null && !me.value.limited)
  /**
   * The measures that the viewer may ask for. Trades, rules and meetings belong to no unit: for viewers of a
   * part of the hall they would be refused, and the refusal audited.
   */
  const askable = (ids: readonly MeasureId[]): readonly MeasureId[] =>
    seesWholeHall.value ? ids : ids.filter(id => dimensionOf(measureNamed(id), 'unit') !== null)
  const pages = computed(() => navigationPages(may))
  const refresh = (): void => void round.value++
  useEventListener(signedOut, 'signed-out', refresh)
  // Cleared after the pages of the earlier account are unmounted, so that nothing it read is shown to the
  // next one.
  watch(() => me.value?.name, dropUnusedQueries, { flush: 'post' })
  const left = shallowRef(false)
  /** Why the latest change of account failed. */
  const stayed = shallowRef<ReadableError | null>(null)
  /**
   * Changes the account (begins or ends impersonation, ends the session) while no page is mounted and no read
   * is running that the server would then refuse. The caller navigates afterwards; if the change fails, the
   * page is shown again.
   */
  async function away(change: () => Promise<unknown>): Promise<void> {
    left.value = true
    stayed.value = null
    await nextTick()
    await queryClient.cancelQueries()
    try {
      await change()
    } catch (failure) {
      left.value = false
      void queryClient.refetchQueries({ type: 'active' })
      stayed.value = readableError(failure)
      throw failure
    }
  }
  return {
    known: computed(() => loaded.value.value !== null && !left.value),
    state: loaded.value,
    error: loaded.error,
    me,
    may,
    mayOpen: (page: unknown): boolean => isOpenTo(page, may),
    seesWholeHall,
    askable,
    pages,
    refresh,
    away,
    stayed,
  }
})
