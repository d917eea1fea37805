import type { ComputedRef } from 'vue'
import type { Remark } from '../../server/briefing/remarks.ts'
import type { Action } from '../data/useAction.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import type { DraftAt } from './unsavedDrafts.ts'
import { computed } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useAction } from '../data/useAction.ts'
import { useServerQuery } from '../data/useServerQuery.ts'

interface Comment {
  blockId: string
  text: string
}

/** What was said about a briefing, and saying more. */
export function useRemarks({ centre, id }: DraftAt): {
  remarks: Loaded<Remark[]>
  openComments: ComputedRef<number>
  /** When it was last sent back, and why. */
  sentBack: ComputedRef<Remark | undefined>
  commenting: Action<Comment, void>
} {
  const remarks = useServerQuery(
    'remarks.list',
    () => ({ centre, id }),
    async (input, signal) => trpc.remarks.list.query(input, { signal }),
  )
  const openComments = computed(
    () => remarks.value.value?.filter(({ kind, done }) => kind === 'comment' && !done).length ?? 0,
  )
  const sentBack = computed(() => remarks.value.value?.findLast(({ kind }) => kind === 'returned'))
  const commenting = useAction(async (comment: Comment) => {
    await trpc.remarks.comment.mutate({ centre, id, ...comment })
    remarks.retry()
  })
  return { remarks, openComments, sentBack, commenting }
}
