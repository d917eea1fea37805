import type { Answer, AskedList, Measure } from '#measures'
import type { Say } from '../ui/figureWords.ts'
import type { ComparedRow } from './comparedRows.ts'
import type { Asked } from './useAsked.ts'
import {
  answerNotes,
  causeWords,
  changeOf,
  comparedDays,
  figureIn,
  figureOf,
  isAmount,
  leavesOutNone,
  listWords,
  measureNamed,
  printChange,
  printFigure,
  shownValue,
  whyNotKnown,
} from '#measures'
import { changeLine, comparisonKey, whyNoValue, yearUnsaid } from '../ui/figureWords.ts'

/** The superlative for the first row of a list: 最多, 最少, 最高, 最低. */
function placeOf(asked: Asked, measure: Measure): string {
  const isCounted = isAmount(measure)
  if (asked.order === 'lowest') return isCounted ? 'fewest' : 'lowest'
  return isCounted ? 'most' : 'highest'
}

/** A list's answer as a sentence; a list of the fewest adds that members without a record are not in it. */
export function foundIn(
  answer: Answer,
  list: AskedList<ComparedRow>,
  about: { asked: Asked; limit: string; say: Say },
): string {
  const said = listSentence(answer, list, about)
  const measure = measureNamed(answer.question.measures[0] ?? 'casesReceived')
  return said !== '' && leavesOutNone(about.asked, measure) ? about.say.t('ask.ofRecorded', { said }) : said
}

/** The answer of a list as a sentence: which members come first, or how many are within the limit. */
function listSentence(
  answer: Answer,
  { rows, of, tied }: AskedList<ComparedRow>,
  { asked, limit, say }: { asked: Asked; limit: string; say: Say },
): string {
  const measure = measureNamed(answer.question.measures[0] ?? 'casesReceived')
  const [top] = rows
  if (asked.threshold) return say.t('ask.kept', { count: of, limit })
  if (!top || tied === 0) return ''
  const value = printFigure(figureOf(measure, top.cell.parts), measure, say)
  // The number of all members with the first value, including those that the list cuts off.
  const equal = rows.slice(0, tied)
  const names = equal.slice(0, 3).map(({ name }) => name)
  const name =
    listWords(names, say.language) + (tied > names.length ? ` ${say.t('ask.others', { count: tied })}` : '')
  const said = say.t(`ask.first.${placeOf(asked, measure)}`, { name, value })
  if (tied > equal.length)
    return say.t('ask.and', { said, change: say.t('ask.listed', { count: equal.length }) })
  const change = tied === 1 ? changeOf(measure, top.value, top.was) : null
  if (!change) return said
  const than = say.t(`than.${comparisonKey(answer.question.comparison)}`)
  return say.t('ask.and', {
    said,
    change: say.t('compared', { than, change: printChange(change, measure, say) }),
  })
}

/** The missing days of a figure as text; empty where all are known. */
function missingDays(measure: Measure, answer: Answer, say: Say): string {
  const whyNot = whyNotKnown(measure, answer)
  return whyNot?.reason === 'nowPartly' ? causeWords(whyNot, say.language, yearUnsaid(answer)) : ''
}

/**
 * The days of an answer as text, with a remark where the period is not over or not completely known. Empty
 * where no day is known.
 */
export function daysOf(answer: Answer, say: Say, shape: 'figures' | 'line' | 'list'): string[] {
  const { current, earlier, partial, question } = answer
  if (current.to < current.from) return []
  const measures = question.measures.map(measureNamed)
  const notes = shape === 'list' ? answerNotes(answer, { measures, language: say.language }) : []
  return [
    current.from === current.to ? current.from : say.t('span', { from: current.from, to: current.to }),
    // A sentence about figures names them itself.
    ...(earlier && shape !== 'figures' ? [say.t('versus', { from: earlier.from, to: earlier.to })] : []),
    ...(partial ? [earlier ? say.t('partial') : say.t('ask.until', { day: current.to })] : []),
    ...notes,
  ]
}

/** A figure as a sentence: 节约资金 1,106 万元，比去年同期少 348.0 万元. */
export function figureSentence(answer: Answer, say: Say): string {
  const colon = say.language === 'zh' ? '：' : ': '
  const said = answer.question.measures.map(id => {
    const measure = measureNamed(id)
    const name = measure.names[say.language]
    const figure = figureIn(measure, answer)
    if (shownValue(figure) === null) return `${name}${colon}${whyNoValue(measure, answer, say)}`
    const value = `${name} ${printFigure(figure, measure, say)}`
    const more = changeLine(measure, answer, say) || missingDays(measure, answer, say)
    return more ? say.t('ask.and', { said: value, change: more }) : value
  })
  const days = comparedDays(answer, say.language)
  const all = said.join(say.language === 'zh' ? '；' : '; ')
  if (days === '') return all
  return say.language === 'zh' ? `${all}（${days}）` : `${all} (${days})`
}
