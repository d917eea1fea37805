import type { ComputedRef, Ref } from 'vue'
import type { Answer, Measure, MeasureId } from '#measures'
import type { Loaded } from '../data/useAsync.ts'
import { computed, shallowRef } from 'vue'
import { measureNamed, partKey, partsOf, printLine } from '#measures'
import { usePreferences } from '../stores/preferences.ts'

/** What a panel of one chosen measure works with. */
export interface MeasurePanel {
  asTable: Ref<boolean>
  measure: ComputedRef<Measure>
  /** Null also while the answer at hand does not know the chosen measure yet. */
  answer: ComputedRef<Answer | null>
  print: (value: number | null | undefined) => string
}

/** The measure that a panel shows, and its answer. */
export function useMeasurePanel(id: Readonly<Ref<MeasureId>>, loaded: Loaded<Answer>): MeasurePanel {
  const preferences = usePreferences()
  const measure = computed(() => measureNamed(id.value))
  const knows = (answer: Answer): boolean => partsOf(measure.value).every(part => partKey(part) in answer.current.overall)
  return {
    asTable: shallowRef(false),
    measure,
    answer: computed(() => loaded.value.value !== null && knows(loaded.value.value) ? loaded.value.value : null),
    print: value => printLine(value ?? null, measure.value.unit, preferences.language),
  }
}
