import type { ComputedRef, ShallowRef } from 'vue'
import type { Outputs } from '../data/trpc.ts'
import type { Action } from '../data/useAction.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import { refDebounced } from '@vueuse/core'
import { computed, shallowRef, watch } from 'vue'
import { trpc } from '../data/trpc.ts'
import { useAction } from '../data/useAction.ts'
import { useServerQuery } from '../data/useServerQuery.ts'

/** The layout and the numbering of a centre's issues. */
export type PaperSettings = Outputs['briefings']['paper']

interface EditedPaper {
  loaded: Loaded<PaperSettings>
  /** The edited settings; null until they are loaded. */
  paper: ShallowRef<PaperSettings | null>
  /** A preview of the next issue with these settings. */
  preview: ShallowRef<Outputs['briefings']['previewPaper'] | null>
  /** Increased when edits are discarded, so that the fields are reset. */
  round: ShallowRef<number>
  isChanged: ComputedRef<boolean>
  isWrong: ComputedRef<boolean>
  saving: Action<PaperSettings, true>
  change: (more: Partial<PaperSettings>) => void
  changeNumbering: (more: Partial<PaperSettings['numbering']>) => void
  /** Marks a part of the form as invalid or valid. */
  mark: (part: string, wrong: boolean) => void
  giveUp: () => void
}

/** The pause in typing, in milliseconds, after which the preview is updated. */
const pause = 120

/** The invalid parts of the form. */
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

/** A preview of the next issue with the settings, updated when typing pauses. */
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

/** The state of editing the layout settings of a centre. */
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
