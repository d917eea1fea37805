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

/** How many notes and replies were written under remarks that are still open, and not sent. */
export function unsentUnder(remarks: readonly Remark[], unsent: Record<string, string>): number {
  const open = new Set(remarks.filter(({ done }) => done === null).map(({ id }) => id))
  return Object.entries(unsent).filter(
    ([key, text]) => text.trim() !== '' && open.has(Number(key.replace('reply ', ''))),
  ).length
}

/** What was said about a briefing, and saying more. */
export function useRemarks({ centre, id, owner }: DraftAt): {
  remarks: Loaded<Remark[]>
  openComments: ComputedRef<number>
  /** When it was last sent back, and why. */
  sentBack: ComputedRef<Remark | undefined>
  commenting: Action<Comment, void>
  /** What was written under remarks and not sent yet: it outlives a reload of the page. */
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
