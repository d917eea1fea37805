import type { Answer, Goal, MeasureId } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import { addsUp, changeIn, figureOf, measureNamed, printChange, printFigure, printLine } from '#measures'
import { againstGoal } from '../ui/againstGoal.ts'
import { changeLine } from '../ui/figureWords.ts'

/** The text under a figure, and whether it needs action. */
interface Standing {
  text: string
  isMissed: boolean
}

/** A figure compared with its goal, in a few words; null where there is no goal. */
export function goalStanding(
  id: MeasureId,
  answer: Answer,
  { goals, say }: { goals: readonly Goal[]; say: Say },
): Standing | null {
  const comparison = againstGoal(id, answer, goals)
  if (!comparison) return null
  const measure = measureNamed(id)
  const word = addsUp(measure) ? (comparison.met ? 'ahead' : 'behind') : comparison.met ? 'met' : 'missed'
  const goal = printLine(comparison.goal.value, measure, say)
  return { text: say.t(`wall.${word}`, { goal }), isMissed: !comparison.met }
}

/** A figure compared with its goal, or its change since the compared period where no goal is set. */
export function standingOf(
  id: MeasureId,
  answer: Answer,
  how: { goals: readonly Goal[]; say: Say },
): Standing {
  const standing = goalStanding(id, answer, how)
  if (standing) return standing
  const measure = measureNamed(id)
  const { change } = changeIn(measure, answer)
  return {
    text: change ? printChange({ ...change, relative: null }, measure, how.say) : '',
    isMissed: false,
  }
}

/** The finding of a chart: its value compared with what is due by now, the goal or the compared period. */
export function findingOf(id: MeasureId, answer: Answer, how: { goals: readonly Goal[]; say: Say }): string {
  const { say } = how
  const measure = measureNamed(id)
  const value = printFigure(figureOf(measure, answer.current.overall), measure, say)
  const comparison = againstGoal(id, answer, how.goals)
  if (comparison?.pace != null)
    return say.t('wall.due', { value, due: printLine(comparison.goal.value * comparison.pace, measure, say) })
  const beside = comparison ? (goalStanding(id, answer, how)?.text ?? '') : changeLine(measure, answer, say)
  return [value, beside].filter(Boolean).join(say.language === 'zh' ? '，' : ', ')
}
