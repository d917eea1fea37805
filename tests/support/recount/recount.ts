import type { MeasureId } from '#measures'
import type { Counted, Counter } from './counting.ts'
import type { Dates } from './days.ts'
import type { Row, Rows } from './rows.ts'
import { counted, on, share, sum } from './counting.ts'
import { workingDays } from './days.ts'
import {
  attendanceCounters,
  checkCounters,
  examCounters,
  meetingCounters,
  serviceCounters,
} from './people.ts'

/** A figure counted from rows. */
export interface Recounted extends Counted {
  /** The facts on whose days it depends; empty for a state, which is known from the opening on. */
  facts: Fact[]
}

export type Fact =
  'cases' | 'trades' | 'feedback' | 'attendance' | 'postChecks' | 'exams' | 'meetings' | 'serviceEvents'

const distinct = (rows: readonly Row[], column: string): number => new Set(rows.map(row => row[column])).size

const done = ({ cases }: Rows, dates: Dates): Row[] => on(cases, 'completedDay', dates)
const isCommitted = (row: Row): boolean => row.itemType === 'committed'
const isJudged = (row: Row): boolean => row.committedVerdict !== null

/** The share of some rows, with the number of all rows as population. */
function shareOf(rows: readonly Row[], test: (row: Row) => boolean, all: readonly Row[]): Counted {
  return { ...share(rows.filter(test).length, rows.length), population: all.length }
}

function openOn({ cases }: Rows, { to }: Dates): Row[] {
  return cases.filter(
    ({ receivedDay, completedDay }) =>
      typeof receivedDay === 'string' &&
      receivedDay <= to &&
      (completedDay === null || (String(completedDay) > to && String(completedDay) >= receivedDay)),
  )
}

const caseCounters: Partial<Record<MeasureId, Counter>> = {
  casesReceived: ({ cases }, dates) => counted(on(cases, 'receivedDay', dates)),
  casesAccepted: ({ cases }, dates) => counted(on(cases, 'acceptedDay', dates)),
  casesCompleted: (rows, dates) => counted(done(rows, dates)),
  casesCompletedPerWorkingDay: (rows, dates) => share(done(rows, dates).length, workingDays(dates)),
  onTimeRate: (rows, dates) => {
    const all = done(rows, dates)
    return shareOf(all.filter(isJudged), row => row.committedVerdict !== 'overdue', all)
  },
  earlyRate: (rows, dates) => {
    const all = done(rows, dates).filter(isCommitted)
    return shareOf(all.filter(isJudged), row => row.committedVerdict === 'early', all)
  },
  instantCaseShare: ({ cases }, dates) => {
    const all = on(cases, 'receivedDay', dates)
    const typed = all.filter(row => row.itemType === 'instant' || isCommitted(row))
    return shareOf(typed, row => row.itemType === 'instant', all)
  },
  sameDayRate: (rows, dates) => {
    const all = done(rows, dates)
    const judged = all.filter(row => row.itemType !== 'special' && row.sameDay !== null)
    return shareOf(judged, row => row.sameDay === true, all)
  },
  averageHandlingTime: (rows, dates) => {
    const all = done(rows, dates).filter(isCommitted)
    const timed = all.filter(row => row.workedMilliDays !== null)
    return { ...share(sum(timed, 'workedMilliDays') / 1000, timed.length), population: all.length }
  },
  openCases: (rows, dates) => counted(openOn(rows, dates)),
  overdueOpenCases: (rows, dates) =>
    counted(
      openOn(rows, dates).filter(row => row.breachedDay !== null && String(row.breachedDay) <= dates.to),
    ),
}

const ended = ({ trades }: Rows, dates: Dates): Row[] => on(trades, 'concludedDay', dates)
const concluded = (rows: Rows, dates: Dates): Row[] =>
  ended(rows, dates).filter(row => row.outcome === 'concluded')
const isPriced = (row: Row): boolean =>
  row.priceForm === 'amount' && row.awardFen !== null && row.homeCurrency === true
const hasBase = (row: Row): boolean => isPriced(row) && Number(row.baseFen ?? 0) > 0
const inCategories =
  (...categories: string[]) =>
  (row: Row): boolean =>
    categories.includes(String(row.category))
const saves = inCategories('works', 'procurement')
const gains = inCategories('land', 'mining', 'property')

/** Trades of some categories with a base and an award, and the number of all trades of these categories. */
function based(rows: Rows, dates: Dates, category: (row: Row) => boolean) {
  const all = concluded(rows, dates).filter(category)
  const usable = all.filter(hasBase)
  const [base, award] = [sum(usable, 'baseFen'), sum(usable, 'awardFen')]
  return { base, award, about: { of: usable.length, population: all.length } }
}
const rate = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

const tradeCounters: Partial<Record<MeasureId, Counter>> = {
  tradesConcluded: (rows, dates) => counted(concluded(rows, dates)),
  tradeAmount: (rows, dates) => {
    const all = concluded(rows, dates)
    const priced = all.filter(isPriced)
    return { value: sum(priced, 'awardFen'), of: priced.length, population: all.length }
  },
  tradeBase: (rows, dates) => {
    const { base, about } = based(rows, dates, saves)
    return { value: base, ...about }
  },
  savings: (rows, dates) => {
    const { base, award, about } = based(rows, dates, saves)
    return { value: base - award, ...about }
  },
  awardsAboveCeiling: (rows, dates) => {
    const all = concluded(rows, dates).filter(saves)
    const usable = all.filter(hasBase)
    const above = usable.filter(row => Number(row.awardFen) > Number(row.baseFen))
    return { value: above.length, of: usable.length, population: all.length }
  },
  overrunAboveBase: (rows, dates) => {
    const all = concluded(rows, dates).filter(saves)
    const usable = all.filter(hasBase)
    const above = usable.filter(row => Number(row.awardFen) > Number(row.baseFen))
    return {
      value: sum(above, 'awardFen') - sum(above, 'baseFen'),
      of: usable.length,
      population: all.length,
    }
  },
  savingsRate: (rows, dates) => {
    const { base, award, about } = based(rows, dates, saves)
    return { value: rate(base - award, base), ...about }
  },
  savingsRateOnAward: (rows, dates) => {
    const { base, award, about } = based(rows, dates, saves)
    return { value: rate(base - award, award), ...about }
  },
  landGain: (rows, dates) => {
    const { base, award, about } = based(rows, dates, gains)
    return { value: award - base, ...about }
  },
  premiumRate: (rows, dates) => {
    const { base, award, about } = based(rows, dates, gains)
    return { value: rate(award - base, base), ...about }
  },
  tradesPerWorkingDay: (rows, dates) => share(concluded(rows, dates).length, workingDays(dates)),
  tradesPerActiveDay: (rows, dates) => {
    const trades = concluded(rows, dates)
    return share(trades.length, distinct(trades, 'concludedDay'))
  },
  peakTradesPerDay: (rows, dates) => {
    const perDay = new Map<unknown, number>()
    for (const { concludedDay } of concluded(rows, dates))
      perDay.set(concludedDay, (perDay.get(concludedDay) ?? 0) + 1)
    return { value: Math.max(0, ...perDay.values()), of: perDay.size }
  },
  tradeFailureRate: (rows, dates) => {
    const failed = ended(rows, dates).filter(row =>
      ['tooFewBidders', 'annulled'].includes(String(row.outcome)),
    )
    return share(failed.length, failed.length + concluded(rows, dates).length)
  },
  exactlyThreeShare: (rows, dates) => {
    const all = concluded(rows, dates)
    return shareOf(
      all.filter(row => row.bidders !== null),
      row => row.bidders === 3,
      all,
    )
  },
}

const given = ({ feedback }: Rows, dates: Dates, ...kinds: string[]): Row[] =>
  on(feedback, 'givenDay', dates).filter(row => kinds.includes(String(row.kind)))

const feedbackCounters: Partial<Record<MeasureId, Counter>> = {
  banners: (rows, dates) => counted(given(rows, dates, 'banner')),
  letters: (rows, dates) => counted(given(rows, dates, 'letter')),
  complaints: (rows, dates) => counted(given(rows, dates, 'complaint')),
  windowsThanked: (rows, dates) => {
    const thanked = distinct(given(rows, dates, 'banner', 'letter'), 'window')
    return { value: thanked, of: thanked }
  },
  reviews: (rows, dates) => counted(given(rows, dates, 'review').filter(row => row.level !== null)),
  ownGoodReviewRate: (rows, dates) => {
    const all = given(rows, dates, 'review').filter(row => row.level !== null)
    const own = all.filter(row => row.ownReview === true)
    return shareOf(own, row => Number(row.level) >= 3, all)
  },
}

/** Reviews by applicants with one of the lowest two levels. */
const bad = (rows: Rows, dates: Dates): Row[] =>
  given(rows, dates, 'review').filter(
    row => row.level !== null && Number(row.level) <= 2 && row.ownReview === true,
  )

const answerCounters: Partial<Record<MeasureId, Counter>> = {
  badReviews: (rows, dates) => counted(bad(rows, dates)),
  badReviewReplyRate: (rows, dates) => {
    const all = bad(rows, dates)
    return share(all.filter(row => row.repliedDay !== null).length, all.length)
  },
  badReviewRectifiedRate: (rows, dates) => {
    const all = bad(rows, dates)
    return share(all.filter(row => row.closedDay !== null).length, all.length)
  },
  badReviewCallBackRate: (rows, dates) => {
    const all = bad(rows, dates)
    return share(all.filter(row => row.calledBack !== null).length, all.length)
  },
  hotlineCalls: (rows, dates) => counted(given(rows, dates, 'hotline')),
  hotlineReplyRate: (rows, dates) => {
    const all = given(rows, dates, 'hotline')
    return share(all.filter(row => row.repliedDay !== null).length, all.length)
  },
}

const complaintRate: Counter = (rows, dates) => {
  const about = given(rows, dates, 'complaint').filter(row =>
    ['integrity', 'trading'].includes(String(row.subject)),
  )
  return share(about.length, concluded(rows, dates).length)
}

const inForce = (rows: readonly Row[], { to }: Dates): Row[] =>
  rows.filter(
    ({ validFrom, validTo }) => String(validFrom) <= to && (validTo === null || String(validTo) > to),
  )

/** Whether an item has a statutory limit, and both limits in working days. */
const isLimited = (row: Row): boolean =>
  Number(row.statutoryLimit ?? 0) > 0 &&
  row.committedLimit !== null &&
  row.statutoryLimitUnit === 'workingDay' &&
  row.committedLimitUnit === 'workingDay'

const stateCounters: Partial<Record<MeasureId, Counter>> = {
  unitCount: ({ units }, dates) => counted(inForce(units, dates)),
  itemCount: ({ items }, dates) => counted(inForce(items, dates)),
  instantCapableItems: ({ items }, dates) => {
    const all = inForce(items, dates)
    return { ...counted(all.filter(row => row.instantCapable === true)), population: all.length }
  },
  instantItemShare: ({ items }, dates) => {
    const all = inForce(items, dates)
    return share(all.filter(row => row.instantCapable === true).length, all.length)
  },
  commitmentRatio: ({ items }, dates) => {
    const all = inForce(items, dates)
    const limited = all.filter(isLimited)
    return {
      value: rate(sum(limited, 'committedLimit'), sum(limited, 'statutoryLimit')),
      of: limited.length,
      population: all.length,
    }
  },
  staffCount: ({ staff }, dates) => counted(inForce(staff, dates).filter(row => row.management !== true)),
  managerCount: ({ staff }, dates) => counted(inForce(staff, dates).filter(row => row.management === true)),
  hallRules: ({ regulations }, dates) =>
    counted(inForce(regulations, dates).filter(row => row.area === 'hall')),
  tradingRules: ({ regulations }, dates) =>
    counted(inForce(regulations, dates).filter(row => row.area === 'trading')),
}

export const stateMeasures = Object.keys(stateCounters) as MeasureId[]

const groups: [Fact[], Partial<Record<MeasureId, Counter>>][] = [
  [['cases'], caseCounters],
  [['trades'], tradeCounters],
  [['feedback'], feedbackCounters],
  [['feedback'], answerCounters],
  [['attendance'], attendanceCounters],
  [['postChecks'], checkCounters],
  [['exams'], examCounters],
  [['meetings'], meetingCounters],
  [['serviceEvents'], serviceCounters],
  [['feedback', 'trades'], { tradeIntegrityComplaintRate: complaintRate }],
  [[], stateCounters],
]

/** Dimensions whose members have figures of their own. */
export type Dimension = 'window' | 'unit' | 'item' | 'category' | 'method' | 'buyer'

function groupedBy(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groupsOf = new Map<string, Row[]>()
  for (const row of rows) {
    const code = String(row[column] ?? '')
    const group = groupsOf.get(code)
    if (group) group.push(row)
    else groupsOf.set(code, [row])
  }
  return groupsOf
}

/** Recounts figures from rows, with plain loops that share no code with the measures. */
export class Recount {
  readonly rows: Rows
  private readonly split = new Map<Dimension, Map<string, Recount>>()

  constructor(rows: Rows) {
    this.rows = rows
  }

  /** The figure of a measure over local dates. Throws for a measure that is not recounted. */
  of(measure: MeasureId, dates: Dates): Recounted {
    for (const [facts, counters] of groups) {
      const counter = counters[measure]
      if (counter) return { ...counter(this.rows, dates), facts }
    }
    throw new Error(`${measure} is printed and not recounted`)
  }

  /** The members of a dimension that have rows, by code. */
  members(dimension: Dimension): Map<string, Recount> {
    const cached = this.split.get(dimension)
    if (cached) return cached
    const [cases, trades] = [groupedBy(this.rows.cases, dimension), groupedBy(this.rows.trades, dimension)]
    const made = new Map(
      Array.from(new Set([...cases.keys(), ...trades.keys()]), code => [
        code,
        new Recount({ ...this.rows, cases: cases.get(code) ?? [], trades: trades.get(code) ?? [] }),
      ]),
    )
    this.split.set(dimension, made)
    return made
  }
}
