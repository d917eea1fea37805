import type { ComputedRef } from 'vue'
import type { ReadableError } from '../data/trpc.ts'
import type { EntryForm } from './forms.ts'
import { useEventListener, useIntervalFn, useStorage } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import { readableError, trpc } from '../data/trpc.ts'

type Target = EntryForm['target']

/** A row that could not be sent because the server was unreachable. */
interface Waiting {
  target: Target
  values: Record<string, string>
}

interface Outbox {
  /** The number of rows that wait to be sent. */
  count: ComputedRef<number>
  add: (row: Waiting) => void
}

const everySeconds = 30

/**
 * Rows that wait on this device until the server can be reached. They are then submitted, or saved as drafts
 * where a confirmation is required; rows that the server refuses are passed to `refused`.
 */
export function useOutbox(
  centre: () => string | null,
  { sent, refused }: { sent: () => void; refused: (row: Waiting, why: ReadableError | null) => void },
): Outbox {
  const waiting = useStorage<(Waiting & { centre: string })[]>('entry outbox', [])
  const mine = computed(() => waiting.value.filter(row => row.centre === centre()))
  const busy = shallowRef(false)

  async function sendOne({ centre: at, target, values }: Waiting & { centre: string }): Promise<boolean> {
    try {
      const saved = await trpc.entries.save.mutate({ centre: at, id: null, target, values, submit: true })
      if (saved.id === null) refused({ target, values }, null)
    } catch (failure) {
      const why = readableError(failure)
      if (why.name === 'offline' || why.name === 'sign-in-needed') return false
      refused({ target, values }, why)
    }
    return true
  }

  async function sendAll(): Promise<void> {
    if (busy.value || mine.value.length === 0) return
    busy.value = true
    for (const row of mine.value) {
      if (!(await sendOne(row))) break
      waiting.value = waiting.value.filter(waitingRow => waitingRow !== row)
      sent()
    }
    busy.value = false
  }
  useEventListener(window, 'online', () => void sendAll())
  useIntervalFn(() => void sendAll(), everySeconds * 1000, { immediateCallback: true })
  return {
    count: computed(() => mine.value.length),
    add: row => {
      const at = centre()
      if (at !== null) waiting.value = [...waiting.value, { ...row, centre: at }]
    },
  }
}
