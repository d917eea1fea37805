import type { feedbackMeasures } from '../definitions/feedback.ts'
import type { Synonyms } from './synonym.ts'

/** Synonyms of the measures in `definitions/feedback.ts`. */
export const feedbackSynonyms: Partial<Record<keyof typeof feedbackMeasures, Synonyms>> = {
  banners: {
    zh: ['锦旗数、锦旗数量、收到锦旗、收到的锦旗'],
    en: ['banner, number of banners, red banners, silk banners'],
  },
  letters: {
    zh: ['感谢信数、表扬信、收到感谢信、收到的感谢信'],
    en: ['letters, thank-you letters'],
  },
  complaints: {
    zh: ['投诉数、投诉量、投诉件、投诉件数、被投诉、收到投诉、群众投诉、接到投诉、投诉数量'],
    en: ['complaint, complained about, number of complaints'],
  },
  hotlineCalls: {
    zh: ['热线、市民热线、12345、12345 热线、热线工单、12345 工单、热线件、12345 热线件、热线量、热线工单量'],
    en: ['hotline, hotline tickets, 12345 calls, 12345, calls to the hotline, calls to 12345, calls'],
  },
  reviews: {
    zh: ['评价数、评价量、评价条数、收到评价'],
    en: ['review, ratings, number of reviews'],
  },
  windowsThanked: {
    zh: ['受表扬的窗口、被表扬的窗口、受表扬窗口数、收到表扬的窗口、被表扬窗口数'],
    en: ['thanked windows, windows that were thanked'],
  },
  ownGoodReviewRate: {
    zh: ['主动好评率、主动评价的好评率'],
    en: ['good share of own review'],
  },
  tradeIntegrityComplaintRate: {
    zh: ['廉洁投诉率、交易廉洁投诉'],
    en: ['integrity complaint rate'],
  },
  thanksPerTenThousand: {
    zh: ['万件锦旗感谢信、每万件锦旗和感谢信、每万件表扬'],
    en: ['thanks per ten thousand'],
  },
  goodReviewRate: {
    zh: ['好评、好评比例、好评占比'],
    en: ['good review rate, share of good reviews, good rate'],
    near: [
      '满意度、满意率、群众满意度、群众满意率',
      'satisfaction, satisfaction rate, satisfied, how satisfied, good reviews, positive reviews',
    ],
  },
  ownReviewShare: {
    zh: ['主动评价率、主动评价比例'],
    en: ['own review share'],
  },
  badReviews: {
    zh: ['差评数、差评量、收到差评、差评条数'],
    en: ['bad review, negative reviews'],
  },
  badReviewReplyRate: {
    zh: ['差评答复率、回复率、答复率'],
    en: ['bad review reply rate'],
  },
  badReviewRectifiedRate: {
    zh: ['整改率、差评办结率'],
    en: ['rectified rate, rectification rate'],
    near: ['差评处理率、差评处理', 'bad reviews handled'],
  },
  badReviewCallBackRate: {
    zh: ['回访率'],
    en: ['call-back rate, call back rate'],
  },
  badReviewSatisfiedRate: {
    zh: ['回访满意率'],
    en: ['satisfied after call-back'],
  },
  complaintReplyRate: {
    zh: ['投诉回复率、回复率、答复率'],
    en: ['complaint reply rate, complaints replied, share of complaints answered'],
    near: [
      '投诉办结率、投诉处理率、投诉解决率、投诉办结、投诉处理',
      'complaints resolved, complaints handled',
    ],
  },
  hotlineReplyRate: {
    zh: ['热线回复率、回复率、答复率、12345 答复率、12345 回复率'],
    en: ['hotline reply rate'],
    near: ['热线办结率、热线处理率、热线办结、热线处理、工单办结率、12345 办结率'],
  },
}
