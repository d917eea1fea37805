import type { MeasureId } from '#measures'

/** What the page of the trading centre asks beside the progress, which it shares with the overview. */
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
/** How trades were run, by what is asked of them. Prices have their own panels. */
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
