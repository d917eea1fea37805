import type { ComputedRef, Ref } from 'vue'
import type { Answer, Figure, Measure, MeasureId } from '#measures'
import type { Loaded } from '../data/useServerQuery.ts'
import { computed, shallowRef } from 'vue'
import { measureNamed, partKey, partsOf, printFigure, printLine } from '#measures'
import { usePrinting } from './usePrinting.ts'

/** What a panel of one chosen measure works with. */
interface MeasurePanel {
  asTable: Ref<boolean>
  measure: ComputedRef<Measure>
  /** Null while the latest answer does not contain the chosen measure yet. */
  answer: ComputedRef<Answer | null>
  print: (value: number | null | undefined) => string
  /** A figure with the digits that its error allows. */
  printFigure: (figure: Figure | null | undefined) => string
}

/** The measure that a panel shows, and its answer. */
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
