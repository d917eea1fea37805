import type { ComputedRef } from 'vue'
import type { Answer, MeasureId } from '#measures'
import type { Sheet } from './figureSheet.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { figureOf, measureNamed, printFigure, versionNumbers } from '#measures'
import { changeLine, smallPrint } from './figureWords.ts'
import { usePrinting } from './usePrinting.ts'

/**
 * A list of figures as a table: name, value, what it is counted of, and its change where something is
 * compared. Null until there is an answer.
 */
export function useFigureSheet(
  shown: () => { name: string; answer: Answer | null; ids: readonly MeasureId[] },
): ComputedRef<Sheet | null> {
  const { t } = useI18n()
  const printing = usePrinting()
  return computed(() => {
    const { name, answer, ids } = shown()
    if (!answer) return null
    const say = { t, ...printing }
    const hasVersions = ids.some(id => measureNamed(id).versions !== undefined)
    const rows = ids.map(id => {
      const measure = measureNamed(id)
      const figure = figureOf(measure, answer.current.overall)
      return [
        measure.names[say.language],
        printFigure(figure, measure, say),
        smallPrint(measure, figure, say),
        ...(answer.earlier ? [changeLine(measure, answer, say)] : []),
        ...(hasVersions ? [versionNumbers(measure, answer.current, say.language)] : []),
      ]
    })
    return {
      name,
      headers: [
        t('panel.measure'),
        t('panel.value'),
        t('panel.n'),
        ...(answer.earlier ? [t('bar.compare')] : []),
        ...(hasVersions ? [t('definition.version')] : []),
      ],
      rows,
    }
  })
}
