import type { ComputedRef, Ref } from 'vue'
import type { Answer, Measure, MeasureId } from '#measures'
import type { Loaded } from '../data/useAsync.ts'
import { computed, shallowRef } from 'vue'
import { measureNamed, printLine } from '#measures'
import { usePreferences } from '../stores/preferences.ts'

/** What a panel of one chosen measure works with. */
export interface MeasurePanel {
  id: Ref<MeasureId>
  asTable: Ref<boolean>
  measure: ComputedRef<Measure>
  answer: ComputedRef<Answer | null>
  print: (value: number | null | undefined) => string
}

/** The chosen measure of a panel, at first the first of its choices, and its answer. */
export function useMeasurePanel(choices: readonly MeasureId[], loaded: Loaded<Answer>): MeasurePanel {
  const preferences = usePreferences()
  const id = shallowRef<MeasureId>(choices[0] ?? 'casesCompleted')
  const measure = computed(() => measureNamed(id.value))
  return {
    id,
    asTable: shallowRef(false),
    measure,
    answer: computed(() => loaded.value.value),
    print: value => printLine(value ?? null, measure.value.unit, preferences.language),
  }
}
