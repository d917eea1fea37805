import type { ComputedRef } from 'vue'
import type { Answer, Language, MeasureId } from '#measures'
import type { BlockMaker } from '../briefing/blockMaker.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import type { Sheet } from '../ui/figureSheet.ts'
import type { Say } from '../ui/figureWords.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { isJudged, measureNamed, printLine } from '#measures'
import { aboutAnswer, rankingBlock } from '../briefing/blocks.ts'
import { useGoals } from '../data/useGoals.ts'
import { hasBadSide } from '../ui/badSide.ts'
import { failingWord } from '../ui/failingWord.ts'
import { rankMembers } from '../ui/rankMembers.ts'
import { rankRows } from '../ui/rankRows.ts'
import { usePrinting } from '../ui/usePrinting.ts'
import { hallSentence } from './judged.ts'
import { shortfallSentence } from './shortfall.ts'

interface Headline {
  sentence: ComputedRef<string>
  ready: ComputedRef<boolean>
  sheet: ComputedRef<Sheet | null>
  block: ComputedRef<BlockMaker | null>
}

/** The figures of the windows; `flat` puts the worst first where the measure has a bad side. */
function sheetOf(answer: Answer, id: MeasureId, { say, flat }: { say: Say; flat: boolean }): Sheet {
  const { t, language } = say
  const measure = measureNamed(id)
  const members = rankMembers(answer, measure, language)
  const rows = flat && hasBadSide(measure) ? rankRows(members, answer, { measure, say, flat }) : members
  const judged = isJudged(measure)
  return {
    name: t('windows.title'),
    answer,
    measures: [id],
    headers: [
      t('panel.member'),
      measure.names[language],
      t('panel.n'),
      ...(judged ? [t(failingWord(id))] : []),
    ],
    rows: rows.map(row => [
      row.name,
      printLine(row.value, measure, say),
      String(row.n ?? ''),
      ...(judged ? [String(row.failing ?? '')] : []),
    ]),
  }
}

/** The sentence at the top of the page of all windows, and its figures as a table and for a briefing. */
export function useHeadline(
  windows: Loaded<Answer>,
  about: () => MeasureId,
  asked: () => MeasureId | undefined,
): Headline {
  const { t } = useI18n()
  const printing = usePrinting()
  /** Null while the last answer still belongs to another measure. */
  const headed = computed(() =>
    windows.value.value?.question.measures.includes(about()) ? windows.value.value : null,
  )
  /** The goals, for a measure whose goal may be missed; the sentence waits for them. */
  const goals = useGoals(() => (asked() ? headed.value : null))
  const sentence = computed(() => {
    const answer = headed.value
    const id = asked()
    const say = { t, ...printing }
    if (!answer) return ''
    return id
      ? shortfallSentence(answer, id, { ...say, goals: goals.value.value ?? [] })
      : hallSentence(answer, say)
  })
  const sheet = computed(() =>
    headed.value
      ? sheetOf(headed.value, about(), { say: { t, ...printing }, flat: asked() !== undefined })
      : null,
  )
  return {
    sentence,
    sheet,
    ready: computed(
      () => headed.value !== null && (!asked() || goals.value.value !== null || goals.error.value !== null),
    ),
    block: computed(() => {
      const answer = headed.value
      return (
        answer &&
        ((language: Language) => rankingBlock(aboutAnswer(about(), answer), { by: 'window', language }))
      )
    }),
  }
}
