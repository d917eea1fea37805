import type { Centre } from '../../centres/centre.ts'
import type { Answer, MeasureId, Member } from '../../measures/index.ts'
import type { QueryContext } from '../../query/queryContext.ts'
import { figureOf, measureNamed, textOfDay } from '../../measures/index.ts'
import { ask } from '../../query/ask.ts'
import { periodsOf } from './duties.ts'
import { loadedArrivals } from './reported.ts'

/** A daily report of a window, compared with its cases. */
interface ReportDifference {
  day: string
  window: Member
  of: 'received' | 'completed'
  reported: number
  recorded: number
}

const dailyReportsByWindow = { target: 'dailyReports', by: 'window' } as const

const compared: readonly (readonly [ReportDifference['of'], MeasureId, MeasureId])[] = [
  ['received', 'reportedReceived', 'casesReceived'],
  ['completed', 'reportedCompleted', 'casesCompleted'],
]

/** True where all cases of a day are known, so that a report can be compared. */
function isKnown(answer: Answer, day: string): boolean {
  const cases = answer.current.coverage.cases
  return (
    cases !== undefined &&
    cases.from <= day &&
    day <= cases.to &&
    !cases.missing.some(({ from, to }) => from <= day && day <= to)
  )
}

/**
 * Where the daily reports of the last ten working days differ from the cases of the same days, newest first.
 * `compared` is the number of reports that could be compared.
 */
export async function reportDifferences(
  centre: Centre,
  context: QueryContext,
): Promise<{ compared: number; differences: ReportDifference[] }> {
  const today = centre.hall.zone.localAt(context.now.getTime()).day
  const days = periodsOf({ ...dailyReportsByWindow, rhythm: 'daily', within: 0 }, centre.hall, today)
  const [first] = days
  if (!first) return { compared: 0, differences: [] }
  const answer = await ask(
    {
      measures: compared.flatMap(([, reported, recorded]) => [reported, recorded]),
      centres: [centre.code],
      period: `${textOfDay(first.from)}..${textOfDay(today - 1)}`,
      granularity: 'day',
      groupBy: ['window'],
    },
    context,
  )
  const place = { database: context.database, centre }
  const sent = await loadedArrivals(place, dailyReportsByWindow, [first.from, today - 1])
  const { buckets, cells } = answer.current
  const reports = sent.flatMap(({ code, day: number }) => {
    const day = textOfDay(number)
    const window = answer.members[0]?.find(member => member.code === code)
    const cell = cells.find(cell => buckets[cell.bucket]?.from === day && cell.members[0] === code)
    // Reports outside the viewer's scope have no member in the answer.
    if (!window || !isKnown(answer, day)) return []
    const value = (id: MeasureId): number => (cell ? figureOf(measureNamed(id), cell.parts).value : 0) ?? 0
    return [{ day, window, value }]
  })
  const differences = reports.flatMap(({ day, window, value }) =>
    compared.flatMap(([of, said, counted]): ReportDifference[] => {
      const [reported, recorded] = [value(said), value(counted)]
      return reported === recorded ? [] : [{ day, window, of, reported, recorded }]
    }),
  )
  return {
    compared: reports.length,
    differences: differences.toSorted(
      (a, b) => b.day.localeCompare(a.day) || a.window.code.localeCompare(b.window.code),
    ),
  }
}
