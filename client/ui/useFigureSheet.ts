import type { ComputedRef } from 'vue'
import type { Answer, MeasureId } from '#measures'
import type { Sheet } from './figureSheet.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { figureSheetOf } from './figureSheetOf.ts'
import { usePrinting } from './usePrinting.ts'

/** A list of figures of one answer as a table; null until there is an answer. */
export function useFigureSheet(
  shown: () => { name: string; answer: Answer | null; ids: readonly MeasureId[] },
): ComputedRef<Sheet | null> {
  const { t } = useI18n()
  const printing = usePrinting()
  return computed(() => {
    const { name, answer, ids } = shown()
    return figureSheetOf({ name, figures: ids.map(id => ({ id, answer })) }, { t, ...printing })
  })
}
