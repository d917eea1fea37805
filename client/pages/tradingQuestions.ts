import type { MeasureId } from '#measures'

/** What the page of the trading centre asks, a list for each place. */
export const progressMeasures: readonly MeasureId[] = ['savings', 'savingsRate', 'savingsRateOnAward', 'tradesConcluded', 'tradeAmount', 'tradesPerWorkingDay', 'tradesPerActiveDay', 'peakTradesPerDay', 'tradeFailureRate', 'tradeIntegrityComplaintRate', 'landGain', 'premiumRate']
export const totalsMeasures: readonly MeasureId[] = ['tradesConcluded', 'tradeAmount', 'tradeBase', 'savings', 'savingsRate', 'meanDiscountRate', 'medianDiscountRate']
export const processMeasures: readonly MeasureId[] = ['tradeFailureRate', 'repeatRoundShare', 'switchedShare', 'biddersPerTrade', 'medianBidders', 'exactlyThreeShare', 'singleBidderShare', 'meanDiscountRate', 'medianDiscountRate', 'deepDiscountShare', 'medianTradeCycle', 'p90TradeCycle', 'shortDocumentShare', 'disqualifiedBidShare', 'expertAttendanceRate', 'objectionRate', 'objectionUpheldRate', 'tradeIntegrityComplaintRate', 'otherCurrencyTrades']
