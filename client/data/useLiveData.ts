import type { ShallowRef } from 'vue'
import type { Answer, MeasureId } from '#measures'
import { useDocumentVisibility, useIntervalFn } from '@vueuse/core'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { unpackAnswer } from '#measures'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'
import { useMe } from '../stores/me.ts'
import { queryClient } from './queryClient.ts'
import { readableError } from './readableError.ts'
import { trpc } from './trpc.ts'

/** The same answer before and after data were loaded. */
export interface DataChange {
  before: Answer
  now: Answer
  ids: readonly MeasureId[]
}

interface LiveData {
  /** The change by the latest load; null where nothing changed, or once it was dismissed. */
  change: ShallowRef<DataChange | null>
  /** The local time of the last reply while the server cannot be reached; null otherwise. */
  offlineSince: ShallowRef<string | null>
  dismiss: () => void
}

const watched: readonly MeasureId[] = ['casesAccepted', 'tradesConcluded']
/** Trades belong to no unit, so viewers of a part of the hall may not ask for them. */
const watchedOfPart: readonly MeasureId[] = ['casesAccepted']
const everySeconds = 15

const timeNow = (): string => new Date().toTimeString().slice(0, 5)

/**
 * Checks every few seconds whether the data version of the centre has changed, and then reads every open
 * question again. Unchanged versions are answered from the server's memory.
 */
export function useLiveData(): LiveData {
  const centre = useCentre()
  const filters = useFilters()
  const me = useMe()
  const leaving = new AbortController()
  onScopeDispose(() => leaving.abort())
  const watchedBy = (): readonly MeasureId[] => (me.me?.limited ? watchedOfPart : watched)
  const change = shallowRef<DataChange | null>(null)
  const offlineSince = shallowRef<string | null>(null)
  let last: { question: string; answer: Answer } | null = null
  let lastReply = timeNow()

  function heard(question: string, answer: Answer): void {
    const wasOffline = offlineSince.value !== null
    offlineSince.value = null
    lastReply = timeNow()
    const changed =
      last?.question === question &&
      JSON.stringify(last.answer.dataVersions) !== JSON.stringify(answer.dataVersions)
    if (last && changed) change.value = { before: last.answer, now: answer, ids: watchedBy() }
    if (changed || wasOffline) void queryClient.invalidateQueries({ refetchType: 'active' })
    last = { question, answer }
  }
  async function look(): Promise<void> {
    const { code } = centre
    if (code === null) return
    const input = { measures: [...watchedBy()], centres: [code], period: filters.period }
    try {
      heard(
        JSON.stringify(input),
        unpackAnswer(await trpc.measures.ask.query(input, { signal: leaving.signal })),
      )
    } catch (failure) {
      if (leaving.signal.aborted) return
      const { name } = readableError(failure)
      if (name === 'offline' || name === 'database-unreachable') offlineSince.value ??= lastReply
    }
  }
  const looking = useIntervalFn(() => void look(), everySeconds * 1000)
  // The first check sets the version for later comparisons, so it does not wait for the interval.
  watch(
    () => [centre.code, filters.period],
    () => void look(),
    { immediate: true },
  )
  const visibility = useDocumentVisibility()
  watch(visibility, now => {
    if (now === 'hidden') looking.pause()
    else looking.resume()
  })
  return { change, offlineSince, dismiss: () => (change.value = null) }
}
