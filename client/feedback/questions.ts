import type { MeasureId } from '#measures'

/** The cards of the feedback page, the most important first. */
export const voiceCards: readonly MeasureId[] = [
  'ownGoodReviewRate',
  'complaints',
  'complaintReplyDays',
  'banners',
  'letters',
  'thanksPerTenThousand',
]
/** The measures by which windows are ranked; shares are shown with their intervals. */
export const voiceRanking: readonly MeasureId[] = [
  'ownGoodReviewRate',
  'goodReviewRate',
  'thanksPerTenThousand',
  'banners',
  'letters',
  'complaints',
  'badReviews',
]
export const voiceTrend: readonly MeasureId[] = [
  'banners',
  'letters',
  'complaints',
  'hotlineCalls',
  'reviews',
  'badReviews',
  'ownGoodReviewRate',
  'goodReviewRate',
  'ownReviewShare',
]
/** How long people waited for an answer, by kind of message. */
export const waitMeasures: readonly MeasureId[] = ['medianReplyDays', 'p90ReplyDays', 'averageReplyDays']
/** How complaints and calls were answered. */
export const answerMeasures: readonly MeasureId[] = ['complaints', 'complaintReplyRate', 'complaintReplyDays']
/** Calls to 12345 by kind, and how they were answered. */
export const ticketMeasures: readonly MeasureId[] = ['hotlineCalls', 'hotlineReplyRate', 'hotlineReplyDays']
/** How reviews, complaints and calls were handled. */
export const dealtWith: readonly MeasureId[] = [
  'ownGoodReviewRate',
  'goodReviewRate',
  'ownReviewShare',
  'badReviewReplyRate',
  'badReviewCallBackRate',
  'badReviewRectifiedRate',
  'badReviewSatisfiedRate',
  'complaintReplyRate',
  'hotlineReplyRate',
  'tradeIntegrityComplaintRate',
]
