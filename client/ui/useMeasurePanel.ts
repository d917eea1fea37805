import type { ComputedRef, Ref } from 'vue'
import type { Answer, Figure, Measure, MeasureId } from '#measures'
import type { Loaded } from '../data/useServerQuery.ts'
import { computed, shallowRef } from 'vue'
import { measureNamed, partKey, partsOf, printFigure, printLine } from '#measures'
import { usePrinting } from './usePrinting.ts'

/** The state of a panel with one chosen measure. */
interface MeasurePanel {
  asTable: Ref<boolean>
  measure: ComputedRef<Measure>
  /** Null until the latest answer contains the chosen measure. */
  answer: ComputedRef<Answer | null>
  print: (value: number | null | undefined) => string
  /** Prints a figure with the digits that its error allows. */
  printFigure: (figure: Figure | null | undefined) => string
}

/** The chosen measure of a panel, and its answer. */
export function useMeasurePanel(id: Readonly<Ref<MeasureId>>, loaded: Loaded<Answer>): MeasurePanel {
  const printing = usePrinting()
  const measure = computed(() => measureNamed(id.value))
  const knows = (answer: Answer): boolean =>
    partsOf(measure.value).every(part => partKey(part) in answer.current.overall)
  return {
    asTable: shallowRef(false),
    measure,
    answer: computed(() =>
      loaded.value.value !== null && knows(loaded.value.value) ? loaded.value.value : null,
    ),
    print: value => printLine(value ?? null, measure.value, printing),
    printFigure: figure =>
      figure ? printFigure(figure, measure.value, printing) : printLine(null, measure.value, printing),
  }
}
