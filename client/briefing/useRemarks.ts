import type { ComputedRef, Ref } from 'vue'
import type { Remark } from '../../server/briefing/remarks.ts'
import type { Action } from '../data/useAction.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import type { DraftAt } from './unsavedDrafts.ts'
import { useSessionStorage } from '@vueuse/core'
import { computed } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useAction } from '../data/useAction.ts'
import { useServerQuery } from '../data/useServerQuery.ts'

interface Comment {
  blockId: string
  text: string
}

/** The number of unsent notes and replies under open remarks. */
export function unsentUnder(remarks: readonly Remark[], unsent: Record<string, string>): number {
  const open = new Set(remarks.filter(({ done }) => done === null).map(({ id }) => id))
  return Object.entries(unsent).filter(
    ([key, text]) => text.trim() !== '' && open.has(Number(key.replace('reply ', ''))),
  ).length
}

/** The remarks on a briefing, and an action to comment. */
export function useRemarks({ centre, id, owner }: DraftAt): {
  remarks: Loaded<Remark[]>
  openComments: ComputedRef<number>
  /** The remark with which it was last sent back. */
  sentBack: ComputedRef<Remark | undefined>
  commenting: Action<Comment, void>
  /** Unsent texts under remarks; they survive a reload of the page. */
  unsent: Ref<Record<string, string>>
  unsentCount: ComputedRef<number>
} {
  const unsent = useSessionStorage<Record<string, string>>(`remarks ${owner} ${centre} ${id}`, {})
  const remarks = useServerQuery(
    'remarks.list',
    () => ({ centre, id }),
    async (input, signal) => trpc.remarks.list.query(input, { signal }),
  )
  const openComments = computed(
    () => remarks.value.value?.filter(({ kind, done }) => kind === 'comment' && !done).length ?? 0,
  )
  const unsentCount = computed(() => unsentUnder(remarks.value.value ?? [], unsent.value))
  const sentBack = computed(() => remarks.value.value?.findLast(({ kind }) => kind === 'returned'))
  const commenting = useAction(async (comment: Comment) => {
    await trpc.remarks.comment.mutate({ centre, id, ...comment })
    remarks.retry()
  })
  return { remarks, openComments, sentBack, commenting, unsent, unsentCount }
}
