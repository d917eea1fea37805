import type { ComputedRef, ShallowRef } from 'vue'
import type { Outputs } from '../data/trpc.ts'
import type { Action } from '../data/useAction.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import { refDebounced } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useAction } from '../data/useAction.ts'
import { useServerQuery } from '../data/useServerQuery.ts'

/** How the issues of a centre look and are numbered. */
export type PaperSettings = Outputs['briefings']['paper']

interface EditedPaper {
  loaded: Loaded<PaperSettings>
  /** The settings as they are typed; null until they were loaded. */
  paper: ShallowRef<PaperSettings | null>
  /** What they make of the next issue. */
  preview: ShallowRef<Outputs['briefings']['previewPaper'] | null>
  /** Grows when what was typed is given up, so that fields begin anew. */
  round: ShallowRef<number>
  isChanged: ComputedRef<boolean>
  isWrong: ComputedRef<boolean>
  saving: Action<PaperSettings, true>
  change: (more: Partial<PaperSettings>) => void
  changeNumbering: (more: Partial<PaperSettings['numbering']>) => void
  /** Notes that a part of the form holds something that cannot be kept. */
  mark: (part: string, wrong: boolean) => void
  giveUp: () => void
}

/** What waits for a pause in the typing, in milliseconds. */
const pause = 120

/** Which parts of the form hold something that cannot be kept. */
function useMarks() {
  const wrong = shallowRef<ReadonlySet<string>>(new Set())
  function mark(part: string, isWrong: boolean): void {
    const next = new Set(wrong.value)
    if (isWrong) next.add(part)
    else next.delete(part)
    wrong.value = next
  }
  return { mark, isWrong: computed(() => wrong.value.size > 0), clear: () => void (wrong.value = new Set()) }
}

/** What settings make of the next issue, once the typing pauses. */
function usePreview(centre: string, paper: EditedPaper['paper']): EditedPaper['preview'] {
  const settled = refDebounced(paper, pause)
  const { value } = useServerQuery(
    'briefings.previewPaper',
    () => {
      const settings = settled.value ?? paper.value
      return settings && { centre, settings }
    },
    async (input, signal) => trpc.briefings.previewPaper.query(input, { signal }),
  )
  return value
}

/** The settings of a centre's papers while they are edited. */
export function usePaperSettings(centre: string): EditedPaper {
  const loaded = useServerQuery(
    'briefings.paper',
    () => ({ centre }),
    async (input, signal) => trpc.briefings.paper.query(input, { signal }),
  )
  const paper = shallowRef<PaperSettings | null>(null)
  const kept = shallowRef<PaperSettings | null>(null)
  const round = shallowRef(0)
  const marks = useMarks()
  watch(
    loaded.value,
    now => {
      kept.value ??= now
      paper.value ??= now
    },
    { immediate: true },
  )
  const saving = useAction(async (settings: PaperSettings): Promise<true> => {
    await trpc.briefings.setPaper.mutate({ centre, settings })
    kept.value = settings
    return true
  })
  function change(more: Partial<PaperSettings>): void {
    if (paper.value) paper.value = { ...paper.value, ...more }
    saving.forget()
  }
  return {
    loaded,
    paper,
    preview: usePreview(centre, paper),
    round,
    isChanged: computed(() => JSON.stringify(paper.value) !== JSON.stringify(kept.value)),
    isWrong: marks.isWrong,
    saving,
    change,
    changeNumbering: more => {
      if (paper.value) change({ numbering: { ...paper.value.numbering, ...more } })
    },
    mark: marks.mark,
    giveUp: () => {
      paper.value = kept.value
      marks.clear()
      saving.forget()
      round.value++
    },
  }
}
