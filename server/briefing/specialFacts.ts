import type { Language } from '#measures'
import type { Centre } from '../centres/centre.ts'
import type { QueryContext } from '../query/queryContext.ts'
import type { Speedup } from './templates/given.ts'
import { figureOf, measureNamed } from '#measures'
import { ask } from '../query/ask.ts'
import { askRows } from '../query/rows.ts'

interface SpeedupAsked {
  period: string
  language: Language
  /** Hours per working day; null without a timetable. */
  hoursADay: number | null
}

/** The time taken by a case, in words: hours below half a working day, else working days. */
function timeTaken(worked: number, { language, hoursADay }: SpeedupAsked): string {
  if (worked >= 0.5 || hoursADay === null) {
    const days = Number(worked.toFixed(2))
    return language === 'zh' ? `${days}个工作日` : `${days} working days`
  }
  const hours = Math.max(1, Math.ceil(worked * hoursADay))
  return language === 'zh' ? `${hours}小时` : `${hours} hour${hours === 1 ? '' : 's'}`
}

/**
 * The most accelerated green-channel case: of those with the longest statutory limit, the one with the
 * shortest time. Null where there is none.
 */
export async function speedupOf(
  centre: string,
  asked: SpeedupAsked,
  context: QueryContext,
): Promise<Speedup | null> {
  const { period, language } = asked
  const answer = await askRows(
    {
      measure: 'actualSpeedup',
      centres: [centre],
      period,
      orderBy: 'greenChannel',
      descending: true,
      limit: 500,
    },
    context,
  )
  const at = (column: string): number => answer.columns.findIndex(one => one.key === column)
  const columns = ['greenChannel', 'statutoryMilliDays', 'workedMilliDays', 'itemId', 'caseNumber'].map(at)
  const cases = answer.rows.flatMap(row => {
    const [green, statutory, worked, item, number] = columns.map(place => row[place] ?? null)
    return green === true && typeof item === 'object' && item !== null && Number(worked) > 0
      ? [
          {
            item: item[language],
            caseNumber: String(number),
            statutory: Number(statutory) / 1000,
            worked: Number(worked) / 1000,
          },
        ]
      : []
  })
  const [best] = cases.toSorted((a, b) => b.statutory - a.statutory || a.worked - b.worked)
  if (!best) return null
  const { worked, ...shown } = best
  return { ...shown, words: timeTaken(worked, asked) }
}

/**
 * The first of some local dates since the opening, where the ratio of committed to statutory limits
 * (`commitmentRatio`) was higher on that date than on the last one; else null.
 */
export async function compressedFrom(
  { code, openedOn }: Centre,
  { from, to }: { from: string; to: string },
  context: QueryContext,
): Promise<string | null> {
  const first = openedOn !== null && openedOn > from && openedOn <= to ? openedOn : from
  const measure = measureNamed('commitmentRatio')
  const ratioOn = async (day: string): Promise<number | null> => {
    const answer = await ask({ measures: ['commitmentRatio'], centres: [code], period: day }, context)
    return figureOf(measure, answer.current.overall).value
  }
  const [began, ended] = [await ratioOn(first), await ratioOn(to)]
  return began !== null && ended !== null && began > ended ? first : null
}
