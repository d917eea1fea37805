import type { FixedWords } from './word.ts'

/** English words that mean the same in every hall, several in a line. */
export const fixedWordsEn: readonly FixedWords[] = [
  {
    says: { kind: 'each' },
    words: [
      'each, every, per, by, for each, for every, across, broken down by, split by, grouped by',
      'breakdown by',
    ],
  },
  {
    says: { kind: 'which' },
    words: ['which'],
  },
  {
    says: { kind: 'and' },
    words: ['and, with, plus, as well as, or'],
  },
  {
    says: { kind: 'howMany', isCount: true },
    words: ['how many, number of, count of, what number of, count'],
  },
  {
    says: { kind: 'howMany' },
    words: ['how much, total, number'],
  },
  {
    says: { kind: 'perDay' },
    words: [
      'per day, a day, per working day, a working day, each working day, daily average',
      'a day on average, average per day, on average per day',
    ],
  },
  {
    says: { kind: 'comparison', comparison: 'lastYear' },
    words: [
      'year on year, year-on-year, yoy, compared with last year, compared to last year',
      'versus last year, vs last year, than last year, against last year',
      'compared with the same period last year, same period last year, compared with a year ago',
      'than a year ago, compared with a year earlier, than a year earlier',
    ],
  },
  {
    says: { kind: 'comparison', comparison: 'previous' },
    words: [
      'month on month, month-on-month, compared with the previous period',
      'compared to the previous period, versus the previous period, than the previous period, than before',
    ],
  },
  {
    says: { kind: 'comparison', comparison: 'previous', step: 'quarter' },
    words: ['quarter on quarter, quarter-on-quarter'],
  },
  {
    says: { kind: 'comparison', comparison: 'previous', step: 'week' },
    words: ['week on week, week-on-week'],
  },
  {
    says: { kind: 'versus' },
    words: [
      'compared with, compared to, compare with, compare to, compared, compare, versus, vs, against',
      'than, comparison with',
    ],
  },
  {
    says: { kind: 'change', oneWay: true },
    words: [
      'increase, decrease, grow, grew, fall, fell, rise, rose, drop, improve, improving, improves',
      'improved, worsen, worsened, worsening, increased, decreased, dropped, risen, fallen, increasing',
      'better, worse, getting better, getting worse, decreasing, dropping, decline',
      'growing, grown, shrinking, shrank, rising, falling, declining, declined, get better, get worse',
      'go up, go down, went up, went down',
    ],
  },
  {
    says: { kind: 'change' },
    words: ['growth, change, changed, developing, developed, evolving, up or down, development'],
  },
  {
    says: { kind: 'change', takes: true, oneWay: true },
    words: ['slower, faster, quicker'],
  },
  {
    says: { kind: 'granularity', granularity: 'day' },
    words: ['which day, what day'],
  },
  {
    says: { kind: 'granularity', granularity: 'week' },
    words: ['which week, what week'],
  },
  {
    says: { kind: 'granularity', granularity: 'month' },
    words: ['which month, what month, month'],
  },
  {
    says: { kind: 'granularity', granularity: 'quarter' },
    words: ['which quarter'],
  },
  {
    says: { kind: 'granularity', granularity: 'year' },
    words: ['which year'],
  },
  {
    says: { kind: 'granularity', granularity: 'day' },
    words: ['daily, per day, by day, each day, every day, day by day'],
  },
  {
    says: { kind: 'granularity', granularity: 'week' },
    words: ['weekly, per week, by week, each week, every week, week by week'],
  },
  {
    says: { kind: 'granularity', granularity: 'month' },
    words: ['monthly, per month, by month, each month, every month, month by month, a month'],
  },
  {
    says: { kind: 'granularity', granularity: 'quarter' },
    words: ['quarterly, per quarter, by quarter, each quarter, every quarter'],
  },
  {
    says: { kind: 'granularity', granularity: 'year' },
    words: ['yearly, per year, by year, each year, every year, annually'],
  },
  {
    says: { kind: 'granularity', granularity: 'fitting' },
    words: ['trend, over time, course'],
  },
  {
    says: { kind: 'order', order: 'highest', counts: true },
    words: ['most, the most, busiest, the busiest, largest, biggest, greatest'],
  },
  {
    says: { kind: 'order', order: 'lowest', counts: true },
    words: ['fewest, least, the fewest, the least, smallest'],
  },
  {
    says: { kind: 'order', order: 'highest' },
    words: ['highest, the highest'],
  },
  {
    says: { kind: 'order', order: 'highest', takes: true },
    words: ['longest, slowest, the longest, the slowest'],
  },
  {
    says: { kind: 'order', order: 'lowest' },
    words: ['lowest, the lowest'],
  },
  {
    says: { kind: 'order', order: 'lowest', takes: true },
    words: ['shortest, fastest, quickest, the shortest, the fastest, the quickest'],
  },
  {
    says: { kind: 'order', order: 'best' },
    words: ['best, the best'],
  },
  {
    says: { kind: 'order', order: 'worst' },
    words: ['worst, the worst'],
  },
  {
    says: { kind: 'order', order: 'ranked' },
    words: ['ranking, ranked, rank, sorted, in order, ordered'],
  },
  {
    says: { kind: 'order', order: 'highest' },
    words: ['descending, highest first, largest first, most first'],
  },
  {
    says: { kind: 'order', order: 'lowest' },
    words: ['ascending, lowest first, smallest first, fewest first'],
  },
  {
    says: { kind: 'units', units: ['percent'] },
    words: ['percent, percentage, share, rate, proportion, per cent, %, percentage point, what percentage'],
  },
  {
    says: { kind: 'dealtWith', how: 'replied' },
    words: [
      'answered, answer, get answered, replied, replied to, reply, reply to, respond, responded',
      'responded to, response, get a reply, get an answer, dealt with',
    ],
  },
  {
    says: { kind: 'dealtWith', how: 'rectified' },
    words: ['rectified, rectify, put right, remedied'],
  },
  {
    says: { kind: 'dealtWith', how: 'calledBack' },
    words: ['called back, call back, followed up, follow up'],
  },
  {
    says: { kind: 'single', ids: ['tradeAmount', 'tradesConcluded'] },
    words: [
      'single trade, largest single, biggest single, largest trade, biggest trade, smallest trade',
      'largest deal, biggest deal, largest tender, biggest tender, individual trade',
      'which trade, which deal, which tender',
    ],
  },
  {
    says: { kind: 'single', ids: ['averageHandlingTime', 'casesCompleted'] },
    words: ['single case, which case, slowest case, longest case'],
  },
  {
    says: { kind: 'who' },
    words: ['who, who has, who had'],
  },
  {
    says: { kind: 'more', order: 'highest' },
    words: ['more, higher'],
  },
  {
    says: { kind: 'more', order: 'lowest' },
    words: ['fewer, less, lower'],
  },
  {
    says: { kind: 'total' },
    words: ['in total, altogether, together, combined'],
  },
  {
    says: { kind: 'average' },
    words: ['average, mean, on average'],
  },
  {
    says: { kind: 'median' },
    words: ['median'],
  },
  {
    says: { kind: 'units', units: ['calls'] },
    words: ['call, ticket'],
  },
  {
    says: { kind: 'units', units: ['persons', 'visits'] },
    words: ['people, person'],
  },
  {
    says: { kind: 'units', units: ['fen', 'hundredths'] },
    words: ['money, yuan, rmb'],
  },
  {
    says: { kind: 'units', units: ['days', 'workingDays'] },
    words: ['day, how long, how many day, take, how fast, how quickly, how soon, how long until, until'],
  },
  {
    says: { kind: 'units', units: ['workingDays'] },
    words: ['working day'],
  },
  {
    says: { kind: 'units', units: ['days'] },
    words: ['calendar day'],
  },
  {
    says: { kind: 'filler' },
    words: [
      'the, pls, thank, thank you, of, in, at, on, for, to, is, are, was, were, be, been, did, do',
      'does, has, have, had, there, we, our, it, me, please, show, show me, tell me, tell, give me',
      'give, list, what, what is, what are, what was, i want to know, want, like, would, could, can',
      'you, get, got, that, this, so far, all, overall, any, from, an, hall, the hall, centre',
      'center, service centre, whole, a, figure, data, value, about, please show, see, i, us, their',
      'how is, how are, how was, how were, how did, how do, how, public, from the public, the public',
      'happen, happened, the trading centre, trading centre, trading center, the trading center',
      'asked, asked for, went, go, gone, through, in the month of, the month of, month of',
      'with any record, the whole hall',
      'its, made, given, held, usually, typically, come, came, made up, ask, need, many, much',
    ],
  },
]
