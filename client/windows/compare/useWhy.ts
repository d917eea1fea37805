import type { ComputedRef } from 'vue'
import type { Answer, Measure } from '#measures'
import type { Why } from './whySteps.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePrinting } from '../../ui/usePrinting.ts'
import { whyOf } from './whySteps.ts'

/** Why a measure of an answer changed, in the language of the page. */
export function useWhy(asked: () => { answer: Answer; measure: Measure } | null): ComputedRef<Why | null> {
  const { t } = useI18n()
  const printing = usePrinting()
  return computed(() => {
    const question = asked()
    return (
      question &&
      whyOf(question.answer, question.measure, {
        ...printing,
        words: { mix: t('why.mix'), others: t('why.others'), points: size => t('why.points', { size }) },
        ends: { before: t('panel.earlier'), now: t('panel.current') },
      })
    )
  })
}
