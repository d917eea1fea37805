import type { ComputedRef } from 'vue'
import type { Answer, MeasureId } from '#measures'
import type { Sheet } from './sheet.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { figureOf, measureNamed, printLine } from '#measures'
import { usePreferences } from '../stores/preferences.ts'
import { changeLine, smallPrint } from './figureWords.ts'

/** A list of figures as a table: name, value, what it is counted of, and its change where something is compared. Null until there is an answer. */
export function useFigureSheet(shown: () => { name: string, answer: Answer | null, ids: readonly MeasureId[] }): ComputedRef<Sheet | null> {
  const { t } = useI18n()
  const preferences = usePreferences()
  return computed(() => {
    const { name, answer, ids } = shown()
    if (!answer)
      return null
    const say = { t, language: preferences.language }
    const rows = ids.map((id) => {
      const measure = measureNamed(id)
      const figure = figureOf(measure, answer.current.overall)
      return [measure.names[say.language], printLine(figure.value, measure.unit, say.language), smallPrint(measure, figure, say), ...answer.earlier ? [changeLine(measure, answer, say)] : []]
    })
    return { name, headers: [t('panel.measure'), t('panel.value'), t('panel.n'), ...answer.earlier ? [t('bar.compare')] : []], rows }
  })
}
