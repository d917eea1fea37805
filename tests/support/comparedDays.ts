import type { DaySet, WhyNot } from '#measures'
import type { CentreContext } from '../../server/query/queryContext.ts'
import { changeIn, dayFromText, measures, partKey, questionSchema, textOfDay } from '#measures'
import { frameOf } from '../../server/query/frame.ts'
import { knownDaysOf } from '../../server/query/sideCoverage.ts'
import { withCoverage } from '../../server/query/withCoverage.ts'
import { calendar, hall } from './calendar.ts'

/** The number of a day. */
export const day = (text: string): number => dayFromText(text) ?? Number.NaN
/** The first and the last day of a stretch. */
export const range = (text: string): { from: number; to: number } => {
  const [from = '', to = from] = text.split('..')
  return { from: day(from), to: day(to) }
}

/** The compared days, and whether a comparison is allowed. */
export interface Outcome {
  now: string
  before: string | null
  change: 'change' | WhyNot['reason']
}

/** A question, the day on which it is asked, and the known days. */
export interface Case {
  period: string
  comparison: string
  today: string
  /** The ranges of known days. */
  known: readonly string[]
}

const measure = measures.casesReceived

/** The days that the product compares; every known day has one case. */
export function outcomeOf({ period, comparison, today, known }: Case): Outcome {
  const days: DaySet = known.map(range)
  const coverage = new Map([['cases', days]] as const)
  const centreContext = { centres: [{ hall }], today: day(today) } as unknown as CentreContext
  const question = questionSchema.parse({ measures: ['casesReceived'], centres: ['x'], period, comparison })
  const frame = frameOf(question, centreContext, coverage)
  const counted = frame.byFact.get('cases')?.wholes ?? []
  const overall = (index: number) => {
    const { from, to } = counted[index] ?? { from: 0, to: -1 }
    let count = 0
    for (let at = from; at <= to; at++) if (days.some(all => all.from <= at && at <= all.to)) count++
    return { [partKey(measure.part)]: count }
  }
  const bare = frame.sides.map(({ whole, index }) => ({
    from: textOfDay(whole.from),
    to: textOfDay(whole.to),
    buckets: [],
    cells: [],
    totals: [],
    overall: overall(index),
  }))
  const [current, earlier] = withCoverage(bare, {
    measures: [measure],
    coverage,
    apart: new Map(),
    frame,
    calendar,
  })
  const answer = {
    question,
    current,
    earlier: earlier ?? null,
    knownDays: knownDaysOf(coverage),
    settingChanges: [],
  }
  const difference = changeIn(measure, answer as unknown as Parameters<typeof changeIn>[1])
  const shown = (index: number): string => {
    const { from, to } = counted[index] ?? { from: 0, to: -1 }
    return from > to ? 'none' : `${textOfDay(from)}..${textOfDay(to)}`
  }
  return {
    now: shown(0),
    before: counted[1] ? shown(1) : null,
    change: difference.whyNot?.reason ?? 'change',
  }
}

/** All days are known. */
export const always = ['2009-01-01..2030-12-31']
