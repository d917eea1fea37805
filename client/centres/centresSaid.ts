import type { Answer } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { Said } from '../ui/pageFindings.ts'
import { figureOf, measures, printFigure, standOut } from '#measures'
import { listed } from '../ui/listed.ts'
import { rankMembers } from '../ui/rankMembers.ts'

const { onTimeRate } = measures

/**
 * Names the centres whose on-time rate is significantly below that of all centres together, or says that
 * there is none. Empty where fewer than two centres have cases with a due time.
 */
export function centresSaid(answer: Answer, say: Say): Said[] {
  const { t, language } = say
  const members = rankMembers(answer, onTimeRate, language).filter(({ n }) => (n ?? 0) > 0)
  if (members.length < 2) return []
  const verdicts = standOut(answer, onTimeRate)?.verdicts
  const worse = members.filter(({ code }) => verdicts?.get(code) === 'worse')
  const together = printFigure(figureOf(onTimeRate, answer.current.overall), onTimeRate, say)
  const names = worse.map(({ name }) => name)
  return worse.length === 0
    ? [{ text: t('centres.alike', { count: members.length, together }) }]
    : [{ text: listed(names, say), fault: t('centres.worse', { together }) }]
}
