import type { Answer, MeasureId } from '#measures'
import type { Say } from './figureWords.ts'
import type { NoData } from './noData.ts'
import { dateWords, dayFromText, measureNamed, textOfDay } from '#measures'
import { yearUnsaid } from './figureWords.ts'
import { noDataOf } from './noData.ts'

/**
 * Why a page is empty, and where to search for the nearest day with figures. The reason is empty where the
 * days are known but nothing happened on them.
 */
export function emptyPage(answer: Answer, ids: readonly MeasureId[], say: Say): NoData {
  const measures = ids.map(measureNamed)
  const unknown = noDataOf(measures, answer, say)
  if (unknown) return unknown
  const from = dayFromText(answer.current.from)
  return {
    reason: '',
    day: from === null ? null : textOfDay(from - 1),
    answer,
    measures,
    look: day => say.t('noData.look', { day: dateWords(day, say.language, yearUnsaid(answer)) }),
  }
}
