import type { MeasureId } from '#measures'

/** The measures of the trading page's totals; those of its progress are shared with the overview. */
export const totalsMeasures: readonly MeasureId[] = [
  'tradesConcluded',
  'tradeAmount',
  'tradeBase',
  'savings',
  'savingsBelowBase',
  'overrunAboveBase',
  'savingsRate',
  'meanDiscountRate',
  'medianDiscountRate',
]
/** Measures of how trades were conducted, in groups; prices have their own panels. */
export const processGroups = [
  {
    name: 'outcome',
    ids: ['tradeFailureRate', 'repeatRoundShare', 'switchedShare', 'otherCurrencyTrades'],
  },
  {
    name: 'competition',
    ids: ['biddersPerTrade', 'medianBidders', 'exactlyThreeShare', 'singleBidderShare', 'deepDiscountShare'],
  },
  { name: 'time', ids: ['medianTradeCycle', 'p90TradeCycle', 'shortDocumentShare'] },
  {
    name: 'oversight',
    ids: [
      'expertAttendanceRate',
      'disqualifiedBidShare',
      'objectionRate',
      'objectionUpheldRate',
      'tradeIntegrityComplaintRate',
    ],
  },
] as const satisfies readonly { name: string; ids: readonly MeasureId[] }[]
export const processMeasures: readonly MeasureId[] = processGroups.flatMap(({ ids }) => [...ids])
