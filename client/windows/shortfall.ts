import type { Answer, Goal, Measure, MeasureId } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { RankedMember } from '../ui/rankMembers.ts'
import { figureOf, isJudged, listWords, measureNamed, percentText, printFigure, printLine } from '#measures'
import { againstGoal } from '../ui/againstGoal.ts'
import { hasBadSide, isCount } from '../ui/badSide.ts'
import { failingWord } from '../ui/failingWord.ts'
import { countsRecords, rankMembers } from '../ui/rankMembers.ts'

const namedBeside = 2

/** The key of the word for the first window: the worst, or for a measure without a bad side the largest. */
const extremeOf = (measure: Measure): 'most' | 'worst' | 'highest' =>
  isCount(measure) ? 'most' : hasBadSide(measure) ? 'worst' : 'highest'

/**
 * The sentence about a measure of the windows. For a share, the windows with the most cases on its bad
 * side and their part of the hall's; for other measures, the worst window, or the one with the most. The
 * goal of the hall, where one is known, stands beside its value.
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
  if (members.length === 0) return t('windows.judge.noFigure', about)
  if (isJudged(measure) && countsRecords(measure))
    return ofShare(members, { ...about, what: t(failingWord(id)) }, say)
  const large = members.filter(({ small }) => !small)
  const said = measure.better === 'lower' || extremeOf(measure) === 'worst' ? large.at(-1) : large[0]
  if (!said) return t('windows.judge.hallOnly', about)
  if (isCount(measure) && said.value === 0) return t('windows.judge.hallAlone', about)
  const value = printLine(said.value, measure, say)
  return t(`windows.judge.${extremeOf(measure)}`, { ...about, name: said.name, value })
}

function ofShare(members: readonly RankedMember[], about: Record<string, string>, say: Say): string {
  const { t, language } = say
  const counted = (count: number): string => count.toLocaleString('en-US')
  const most = members
    .flatMap(({ name, failing, code }) => ((failing ?? 0) > 0 ? [{ name, code, count: failing ?? 0 }] : []))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1))
  const [first, ...others] = most
  if (!first) return t('windows.judge.noneFail', about)
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
