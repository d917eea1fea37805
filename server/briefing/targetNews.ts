import type { Goal, Language, MeasureId } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { TargetForecast } from '../query/targetForecast.ts'
import type { News } from './notices.ts'
import {
  dateWords,
  dayFromText,
  figureOf,
  measureIds,
  measureNamed,
  printLine,
  printNeeded,
  rangeWords,
  standing,
} from '#measures'
import { ask } from '../query/ask.ts'
import { targetForecast } from '../query/targetForecast.ts'

/** The centre, the context and the local day. */
export interface At {
  centre: Centre
  context: QueryContext
  today: string
}

/** The value of a measure over some dates, null where it has none, and the last day with data. */
export async function readOver(
  measure: MeasureId,
  period: string,
  { centre, context }: At,
): Promise<{ value: number | null; dataUntil: string | null }> {
  const answer = await ask({ measures: [measure], centres: [centre.code], period }, context)
  const { value } = figureOf(measureNamed(measure), answer.current.overall)
  return { value, dataUntil: answer.dataUntil }
}

/** The link to the page that shows a figure with its records. */
export const evidence = (measure: MeasureId, period: string): string =>
  `/?${new URLSearchParams({ period, show: measure })}`

/** The amount still needed per day, and the forecast for the target's end, in words. */
function outlookOf(
  { needed, daysLeft, end }: TargetForecast,
  { print, perDay }: { print: (value: number) => string; perDay: (value: number) => string },
  language: Language,
): string {
  const zh = language === 'zh'
  const need =
    needed === null
      ? ''
      : zh
        ? `；其余${daysLeft}个工作日每日还需${perDay(needed)}`
        : `; ${perDay(needed)} needed per working day (${daysLeft} left)`
  if (!end) return `${need}${zh ? '；期末数无法预测' : '; no forecast for the end'}`
  const range = `${print(end.low)}–${print(end.high)}`
  return zh
    ? `${need}；预计期末${print(end.mean)}（${range}）`
    : `${need}; ${print(end.mean)} forecast by the end (${range})`
}

/** News of a target that is behind schedule, with the amount needed per day. */
export async function missedTarget(goal: Goal, at: At): Promise<News[]> {
  const id = measureIds.find(id => id === goal.measure)
  if (!id) return []
  const measure = measureNamed(id)
  const asked = goal.to < at.today ? goal.to : at.today
  const { value, dataUntil } = await readOver(id, `${goal.from}..${asked}`, at)
  // The dates of the linked page end with the data, too.
  const until = dataUntil !== null && dataUntil < asked && dataUntil >= goal.from ? dataUntil : asked
  if (standing(measure, goal, { value, day: until }).met !== false) return []
  const print = (number: number | null, language: Language): string =>
    printLine(number, measure, { language, currency: at.centre.currency })
  const prospect = await targetForecast(
    goal,
    { centre: at.centre.code, today: dayFromText(at.today) ?? 0 },
    at.context,
  )
  const year = at.today.slice(0, 4)
  const span = (language: Language): string => rangeWords({ from: goal.from, to: until }, language, year)
  const end = (language: Language): string => dateWords(goal.to, language, year)
  const outlook = (language: Language): string =>
    prospect
      ? outlookOf(
          prospect,
          {
            print: amount => print(amount, language),
            perDay: amount => printNeeded(amount, measure, { language, currency: at.centre.currency }),
          },
          language,
        )
      : ''
  return [
    {
      kind: 'target',
      subject: `target ${id}`,
      link: evidence(id, `${goal.from}..${until}`),
      words: {
        zh:
          `${measure.names.zh}落后于目标：${span('zh')}为${print(value, 'zh')}，` +
          `目标${print(goal.value, 'zh')}（至${end('zh')}）${outlook('zh')}`,
        en:
          `${measure.names.en}: behind target, ${print(value, 'en')} from ` +
          `${span('en')}, target ${print(goal.value, 'en')} by ${end('en')}${outlook('en')}`,
      },
    },
  ]
}
