import type { Answer } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { RankedMember } from '../ui/rankMembers.ts'
import { figureOf, measures, printFigure, printLine, standOut } from '#measures'
import { listed } from '../ui/listed.ts'
import { rankMembers } from '../ui/rankMembers.ts'

const { onTimeRate, overdueOpenCases, casesCompleted } = measures

/** The windows of an answer with late cases, most first. */
export function lateWindows(answer: Answer, language: Say['language']): (RankedMember & { late: number })[] {
  return rankMembers(answer, onTimeRate, language)
    .flatMap(member => ((member.failing ?? 0) > 0 ? [{ ...member, late: member.failing ?? 0 }] : []))
    .toSorted((a, b) => b.late - a.late || (a.code < b.code ? -1 : 1))
}

/**
 * The sentence about all windows: which are significantly later than the hall, and where most late cases are.
 */
export function hallSentence(answer: Answer, say: Say): string {
  const { t, language } = say
  const members = rankMembers(answer, onTimeRate, language)
  if (members.length === 0) return t('windows.judge.nothing')
  const verdicts = standOut(answer, onTimeRate)?.verdicts
  const worse = members.filter(({ code }) => verdicts?.get(code) === 'worse')
  const hall = printFigure(figureOf(onTimeRate, answer.current.overall), onTimeRate, say)
  const late = lateWindows(answer, language)
  const [first] = late
  const judged = worse.length
    ? t('windows.judge.worse', {
        names: listed(
          worse.map(member => member.name),
          say,
        ),
        hall,
      })
    : t('windows.judge.alike', { hall })
  return (
    judged +
    (first
      ? t('windows.judge.late', {
          count: late.length,
          all: late.reduce((sum, member) => sum + member.late, 0).toLocaleString('en-US'),
          name: first.name,
          most: first.late.toLocaleString('en-US'),
        })
      : t('windows.judge.none', { count: members.length }))
  )
}

/** The data about one window: its figures, the hall's, and those of all windows if known. */
interface OwnFigures {
  own: Answer
  hall: Answer | null
  windows: Answer | null
  code: string
}

/** Compares a window with the hall. Without the other windows, significance cannot be tested. */
function standing({ hall, windows, code }: OwnFigures, say: Say): string {
  const figure = hall && figureOf(onTimeRate, hall.current.overall)
  if (figure?.value == null) return ''
  const printed = printFigure(figure, onTimeRate, say)
  if (!windows) return say.t('windows.judge.plain', { hall: printed })
  const verdict = standOut(windows, onTimeRate)?.verdicts.get(code) ?? 'same'
  return say.t(`windows.judge.own.${verdict}`, { hall: printed })
}

/** The sentence about one window: its on-time rate compared with the hall, and its late cases. */
export function windowSentence(figures: OwnFigures, say: Say): string {
  const { t } = say
  const { overall } = figures.own.current
  const { value, numerator, n } = figureOf(onTimeRate, overall)
  const open = figureOf(overdueOpenCases, overall).value ?? 0
  const late = (n ?? 0) - (numerator ?? 0)
  const count = (number: number): string => number.toLocaleString('en-US')
  const waiting = open > 0 ? t('windows.judge.open', { count: count(open) }) : t('windows.judge.noOpen')
  if ((figureOf(casesCompleted, overall).value ?? 0) === 0 || value === null)
    return t('windows.judge.idle', { waiting })
  return t('windows.judge.window', {
    value: printLine(value, onTimeRate, say),
    standing: standing(figures, say),
    late: late > 0 ? t('windows.judge.ownLate', { count: count(late) }) : t('windows.judge.ownNone'),
    waiting,
  })
}
