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
export const processMeasures: readonly MeasureId[] = [
  'tradeFailureRate',
  'repeatRoundShare',
  'switchedShare',
  'biddersPerTrade',
  'medianBidders',
  'exactlyThreeShare',
  'singleBidderShare',
  'meanDiscountRate',
  'medianDiscountRate',
  'deepDiscountShare',
  'awardsAboveCeiling',
  'medianTradeCycle',
  'p90TradeCycle',
  'shortDocumentShare',
  'disqualifiedBidShare',
  'expertAttendanceRate',
  'objectionRate',
  'objectionUpheldRate',
  'tradeIntegrityComplaintRate',
  'otherCurrencyTrades',
]
