import type { Answer, Goal, MeasureId } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { RankedMember } from '../ui/rankMembers.ts'
import { figureOf, isJudged, listWords, measureNamed, percentText, printFigure, printLine } from '#measures'
import { againstGoal } from '../ui/againstGoal.ts'
import { failingWord } from '../ui/failingWord.ts'
import { rankMembers } from '../ui/rankMembers.ts'

const namedBeside = 2

/**
 * The sentence about the cause of a missed goal: for a share, the windows with the most cases on its bad side
 * and their part of the hall's; for a mean, the worst window. The goal of the hall, where one is known,
 * stands beside its value. Empty for measures without a bad side, or without such cases.
 */
export function shortfallSentence(
  answer: Answer,
  id: MeasureId,
  { goals = [], ...say }: Say & { goals?: readonly Goal[] },
): string {
  const { t } = say
  const measure = measureNamed(id)
  const members = rankMembers(answer, measure, say.language)
  const hall = printFigure(figureOf(measure, answer.current.overall), measure, say)
  const against = againstGoal(id, answer, goals)
  const about = {
    measure: measure.names[say.language],
    hall: against
      ? t('windows.judge.against', { hall, goal: printLine(against.goal.value, measure, say) })
      : hall,
  }
  if (!isJudged(measure)) {
    const worst = members.findLast(({ small }) => !small)
    if (!worst || measure.better === 'neutral') return ''
    const value = printLine(worst.value, measure, say)
    return t('windows.judge.worst', { ...about, name: worst.name, value })
  }
  return ofShare(members, { ...about, what: t(failingWord(id)) }, say)
}

function ofShare(members: readonly RankedMember[], about: Record<string, string>, say: Say): string {
  const { t, language } = say
  const counted = (count: number): string => count.toLocaleString('en-US')
  const most = members
    .flatMap(({ name, failing, code }) => ((failing ?? 0) > 0 ? [{ name, code, count: failing ?? 0 }] : []))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
  const [first, ...others] = most
  if (!first) return ''
  const all = most.reduce((sum, { count }) => sum + count, 0)
  const next = listWords(
    others
      .slice(0, namedBeside)
      .map(({ name, count }) => t('windows.judge.counted', { name, count: counted(count) })),
    language,
  )
  return (
    t('windows.judge.shortfall', {
      ...about,
      name: first.name,
      count: counted(first.count),
      share: `${percentText(first.count / all)}%`,
    }) +
    (next ? t('windows.judge.shortfallNext', { names: next }) : '') +
    (language === 'zh' ? '。' : '.')
  )
}
