import type { MeasureId } from '#measures'

/** What the page of voices shows first. */
export const voiceCards: readonly MeasureId[] = [
  'banners',
  'letters',
  'thanksPerTenThousand',
  'ownGoodReviewRate',
  'complaints',
  'complaintReplyDays',
]
/** What windows are put in order by; shares come with their intervals. */
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
/** How bad reviews and calls were dealt with. */
export const dealtWith: readonly MeasureId[] = [
  'goodReviewRate',
  'ownGoodReviewRate',
  'ownReviewShare',
  'badReviewReplyRate',
  'badReviewRectifiedRate',
  'badReviewCallBackRate',
  'badReviewSatisfiedRate',
  'hotlineCalls',
  'hotlineReplyRate',
  'tradeIntegrityComplaintRate',
]
