import type { FigureRef, SeriesRef } from '#measures'
import type { WordField } from './field.ts'
import type { FigureWanted } from './figureFields.ts'
import type { SeriesWanted, TableWanted } from './seriesFields.ts'
import { addMonths, compare, dayFromText, monthStart, parsePeriod, referenceKey, textOfDay } from '#measures'
import { runningSince } from '../templates/words.ts'

/** The dates of an issue, and the opening of the hall. */
export interface IssueDates {
  from: string
  to: string
  openedOn: string | null
}

const mostMembers = 60
const monthsShown = 12

const textOf = ({ from, to }: { from: number; to: number }): string => `${textOfDay(from)}..${textOfDay(to)}`

/** The dates of a number: those of the issue, of the year to date, or of a compared period. */
function periodOf(period: FigureWanted['period'], { from, to, openedOn }: IssueDates): string {
  const own = `${from}..${to}`
  if (period === 'issue') return own
  if (period === 'toDate') return `${runningSince({ from: `${to.slice(0, 4)}-01-01`, to, openedOn })}..${to}`
  const asked = parsePeriod(own, dayFromText(to) ?? 0)
  const comparison = period === 'valueLastYear' ? 'lastYear' : 'previous'
  const { earlier } = compare({ period: asked, comparison, lastDay: asked.to, calendar: null })
  return earlier ? textOf(earlier) : own
}

/** The reference for a number. */
export function figureRefOf(wanted: FigureWanted, dates: IssueDates): FigureRef {
  const { period, member, ...rest } = wanted
  const filters = member && [{ dimension: member.dimension, in: [member.code] }]
  return { ...rest, period: periodOf(period, dates), ...(filters && { filters }) }
}

/** The twelve months that end with the issue, from the opening at the earliest. */
function yearUntil({ to, openedOn }: IssueDates): string {
  const last = dayFromText(to) ?? 0
  const from = textOfDay(addMonths(monthStart(last), 1 - monthsShown))
  return `${runningSince({ from, to, openedOn })}..${to}`
}

/** The reference for a series. A chart over time also shows the same dates of the year before. */
export function seriesRefOf(wanted: SeriesWanted, dates: IssueDates, isChart: boolean): SeriesRef {
  const { measures, by, granularity, isYear } = wanted
  return {
    measures: isChart ? measures.slice(0, 1) : measures,
    period: isYear ? yearUntil(dates) : `${dates.from}..${dates.to}`,
    comparison: isChart && by === '' ? 'lastYear' : 'none',
    granularity,
    by,
    most: by === '' ? 400 : isChart ? 20 : mostMembers,
  }
}

/** The rows of a table with one row per measure: its value and its change. */
export const figureRows = (
  { measures }: Extract<TableWanted, { rows: 'measures' }>,
  { from, to }: IssueDates,
): { value: FigureRef; change: FigureRef }[] =>
  measures.map(measure => {
    const value = { measure, period: `${from}..${to}`, form: 'plain' } as const
    return {
      value: { ...value, shows: 'value', comparison: 'none' },
      change: { ...value, shows: 'change', comparison: 'lastYear' },
    }
  })

/** All references of a template's fields. */
interface WordReferences {
  figures: FigureRef[]
  series: SeriesRef[]
}

function refsOf(field: WordField, dates: IssueDates): WordReferences {
  switch (field.kind) {
    case 'figure':
      return { figures: [figureRefOf(field.wanted, dates)], series: [] }
    case 'if':
      return { figures: [figureRefOf(field.test.wanted, dates)], series: [] }
    case 'table':
      return field.wanted.rows === 'measures'
        ? {
            figures: figureRows(field.wanted, dates).flatMap(({ value, change }) => [value, change]),
            series: [],
          }
        : { figures: [], series: [seriesRefOf(field.wanted, dates, false)] }
    case 'chart':
      return { figures: [], series: [seriesRefOf(field.wanted, dates, true)] }
    case 'frame':
    case 'blocks':
    case 'else':
    case 'end':
      return { figures: [], series: [] }
  }
}

const once = <R extends FigureRef | SeriesRef>(refs: readonly R[]): R[] => [
  ...new Map(refs.map(ref => [referenceKey(ref), ref])).values(),
]

/** The references of all fields in their order, without duplicates. */
export function referencesOf(fields: readonly WordField[], dates: IssueDates): WordReferences {
  const all = fields.map(field => refsOf(field, dates))
  return {
    figures: once(all.flatMap(references => references.figures)),
    series: once(all.flatMap(references => references.series)),
  }
}
