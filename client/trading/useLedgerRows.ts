import type { RowsQuestionInput } from '#measures'
import type { RowsAnswer, RowValue } from '../../server/query/rows.ts'
import type { ReadableError } from '../data/trpc.ts'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { readableError, trpc } from '../data/trpc.ts'

const pageSize = 200

type LedgerQuestion = Omit<RowsQuestionInput, 'offset' | 'limit'>

/**
 * Any number of records, read page by page as they become visible. Late replies to an earlier question are
 * dropped.
 */
class LedgerRows {
  readonly about = shallowRef<RowsAnswer | null>(null)
  readonly error = shallowRef<ReadableError | null>(null)
  readonly loading = shallowRef(true)
  readonly total = computed(() => this.about.value?.total ?? 0)
  private readonly pages = shallowRef<ReadonlyMap<number, RowValue[][]>>(new Map())
  private readonly asked = new Set<number>()
  private readonly question: () => LedgerQuestion | null
  private abort = new AbortController()
  private isNew = true

  constructor(question: () => LedgerQuestion | null) {
    this.question = question
  }

  /** The record at an index; undefined while it is being read. */
  readonly rowAt = (index: number): RowValue[] | undefined =>
    this.pages.value.get(Math.floor(index / pageSize))?.[index % pageSize]

  /** Reads the pages that contain the records `from` to `to`. */
  readonly need = (from: number, to: number): void => {
    for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page++)
      void this.read(page)
  }

  /** Starts again; the old records stay visible until the first new ones have arrived. */
  readonly begin = (): void => {
    this.stop()
    this.abort = new AbortController()
    this.asked.clear()
    this.isNew = true
    this.loading.value = true
    void this.read(0)
  }

  readonly stop = (): void => this.abort.abort()

  private async read(page: number): Promise<void> {
    const question = this.question()
    if (question === null || this.asked.has(page)) return
    this.asked.add(page)
    const { signal } = this.abort
    try {
      const answer = await trpc.measures.rows.query(
        { ...question, offset: page * pageSize, limit: pageSize },
        { signal },
      )
      if (!signal.aborted) this.keep(page, answer)
    } catch (failure) {
      if (!signal.aborted) this.fail(page, failure)
    }
  }

  private keep(page: number, answer: RowsAnswer): void {
    this.about.value = answer
    this.pages.value = new Map([...(this.isNew ? [] : this.pages.value), [page, answer.rows]])
    this.isNew = false
    this.error.value = null
    this.loading.value = false
  }

  private fail(page: number, failure: unknown): void {
    this.asked.delete(page)
    this.error.value = readableError(failure)
    this.loading.value = false
  }
}

/** The records of a question, read again whenever it changes. */
export function useLedgerRows(question: () => LedgerQuestion | null): LedgerRows {
  const rows = new LedgerRows(question)
  watch(() => JSON.stringify(question()), rows.begin, { immediate: true })
  onScopeDispose(rows.stop)
  return rows
}
