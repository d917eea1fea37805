import { activeTradingDays } from './activeTradingDays.ts'
import { actualSpeedup } from './actualSpeedup.ts'
import { appointmentCases } from './appointmentCases.ts'
import { attendanceRate } from './attendanceRate.ts'
import { averageCalendarDays } from './averageCalendarDays.ts'
import { averageCommittedLimit } from './averageCommittedLimit.ts'
import { averageElapsedDays } from './averageElapsedDays.ts'
import { averageHandlingTime } from './averageHandlingTime.ts'
import { averageReplyDays } from './averageReplyDays.ts'
import { averageStatutoryLimit } from './averageStatutoryLimit.ts'
import { banners } from './banners.ts'
import { biddersPerTrade } from './biddersPerTrade.ts'
import { casesAccepted } from './casesAccepted.ts'
import { casesCompleted } from './casesCompleted.ts'
import { casesCompletedWithLimit } from './casesCompletedWithLimit.ts'
import { casesReceived } from './casesReceived.ts'
import { cohortCompletionRate } from './cohortCompletionRate.ts'
import { commitmentCompression } from './commitmentCompression.ts'
import { commitmentRatio } from './commitmentRatio.ts'
import { complaints } from './complaints.ts'
import { deepDiscountShare } from './deepDiscountShare.ts'
import { disqualifiedBidShare } from './disqualifiedBidShare.ts'
import { doubtfulTimes } from './doubtfulTimes.ts'
import { earlyRate } from './earlyRate.ts'
import { exactlyThreeShare } from './exactlyThreeShare.ts'
import { examPassRate } from './examPassRate.ts'
import { expertAttendanceRate } from './expertAttendanceRate.ts'
import { greenChannelCases } from './greenChannelCases.ts'
import { greenChannelSaving } from './greenChannelSaving.ts'
import { hallRules } from './hallRules.ts'
import { hotlineCalls } from './hotlineCalls.ts'
import { instantCapableItems } from './instantCapableItems.ts'
import { instantCaseShare } from './instantCaseShare.ts'
import { instantItemShare } from './instantItemShare.ts'
import { instantTypeItems } from './instantTypeItems.ts'
import { itemCount } from './itemCount.ts'
import { jointCases } from './jointCases.ts'
import { landGain } from './landGain.ts'
import { letters } from './letters.ts'
import { managerCount } from './managerCount.ts'
import { meanDiscountRate } from './meanDiscountRate.ts'
import { meanItemCompression } from './meanItemCompression.ts'
import { medianBidders } from './medianBidders.ts'
import { medianDiscountRate } from './medianDiscountRate.ts'
import { medianElapsedDays } from './medianElapsedDays.ts'
import { medianHandlingTime } from './medianHandlingTime.ts'
import { medianTradeCycle } from './medianTradeCycle.ts'
import { nearDueCases } from './nearDueCases.ts'
import { notAcceptedRate } from './notAcceptedRate.ts'
import { objectionRate } from './objectionRate.ts'
import { objectionUpheldRate } from './objectionUpheldRate.ts'
import { oneVisitItemShare } from './oneVisitItemShare.ts'
import { onlineApplicationRate } from './onlineApplicationRate.ts'
import { onTimeRate } from './onTimeRate.ts'
import { openCases } from './openCases.ts'
import { otherCurrencyTrades } from './otherCurrencyTrades.ts'
import { overdueOpenCases } from './overdueOpenCases.ts'
import { overdueRate } from './overdueRate.ts'
import { ownGoodReviewRate } from './ownGoodReviewRate.ts'
import { p90ElapsedDays } from './p90ElapsedDays.ts'
import { p90HandlingTime } from './p90HandlingTime.ts'
import { p90TradeCycle } from './p90TradeCycle.ts'
import { peakTradesPerDay } from './peakTradesPerDay.ts'
import { postCoverage } from './postCoverage.ts'
import { premiumRate } from './premiumRate.ts'
import { repeatRoundShare } from './repeatRoundShare.ts'
import { returnRate } from './returnRate.ts'
import { reviews } from './reviews.ts'
import { sameDayRate } from './sameDayRate.ts'
import { savings } from './savings.ts'
import { savingsRate } from './savingsRate.ts'
import { savingsRateOnAward } from './savingsRateOnAward.ts'
import { servicesGiven } from './servicesGiven.ts'
import { shortDocumentShare } from './shortDocumentShare.ts'
import { singleBidderShare } from './singleBidderShare.ts'
import { staffCount } from './staffCount.ts'
import { statutoryOverdueRate } from './statutoryOverdueRate.ts'
import { supplementRate } from './supplementRate.ts'
import { switchedShare } from './switchedShare.ts'
import { throughputRatio } from './throughputRatio.ts'
import { townshipVisits } from './townshipVisits.ts'
import { tradeAmount } from './tradeAmount.ts'
import { tradeAmountByCurrency } from './tradeAmountByCurrency.ts'
import { tradeBase } from './tradeBase.ts'
import { tradeCycleDays } from './tradeCycleDays.ts'
import { tradeFailureRate } from './tradeFailureRate.ts'
import { tradeIntegrityComplaintRate } from './tradeIntegrityComplaintRate.ts'
import { tradesConcluded } from './tradesConcluded.ts'
import { tradesPerActiveDay } from './tradesPerActiveDay.ts'
import { tradesPerWorkingDay } from './tradesPerWorkingDay.ts'
import { tradingRules } from './tradingRules.ts'
import { unitCount } from './unitCount.ts'
import { windowCount } from './windowCount.ts'
import { windowsThanked } from './windowsThanked.ts'

/** Every measure by name: one line each, in the order in which catalogues show them. */
export const measures = {
  casesReceived,
  casesAccepted,
  casesCompleted,
  casesCompletedWithLimit,
  openCases,
  overdueOpenCases,
  nearDueCases,
  onTimeRate,
  overdueRate,
  statutoryOverdueRate,
  earlyRate,
  instantItemShare,
  instantCaseShare,
  sameDayRate,
  averageHandlingTime,
  medianHandlingTime,
  p90HandlingTime,
  averageElapsedDays,
  medianElapsedDays,
  p90ElapsedDays,
  averageCalendarDays,
  doubtfulTimes,
  actualSpeedup,
  throughputRatio,
  cohortCompletionRate,
  supplementRate,
  returnRate,
  notAcceptedRate,
  onlineApplicationRate,
  appointmentCases,
  greenChannelCases,
  greenChannelSaving,
  jointCases,
  itemCount,
  instantCapableItems,
  commitmentCompression,
  commitmentRatio,
  meanItemCompression,
  averageStatutoryLimit,
  averageCommittedLimit,
  oneVisitItemShare,
  instantTypeItems,
  unitCount,
  windowCount,
  staffCount,
  managerCount,
  hallRules,
  tradingRules,
  tradesConcluded,
  tradeAmount,
  savings,
  savingsRate,
  savingsRateOnAward,
  meanDiscountRate,
  medianDiscountRate,
  landGain,
  premiumRate,
  tradeFailureRate,
  tradesPerWorkingDay,
  activeTradingDays,
  tradesPerActiveDay,
  peakTradesPerDay,
  biddersPerTrade,
  otherCurrencyTrades,
  tradeAmountByCurrency,
  medianBidders,
  shortDocumentShare,
  switchedShare,
  objectionRate,
  objectionUpheldRate,
  expertAttendanceRate,
  disqualifiedBidShare,
  tradeCycleDays,
  medianTradeCycle,
  p90TradeCycle,
  tradeBase,
  exactlyThreeShare,
  singleBidderShare,
  repeatRoundShare,
  deepDiscountShare,
  banners,
  letters,
  complaints,
  hotlineCalls,
  reviews,
  windowsThanked,
  ownGoodReviewRate,
  tradeIntegrityComplaintRate,
  averageReplyDays,
  attendanceRate,
  postCoverage,
  examPassRate,
  servicesGiven,
  townshipVisits,
} as const
