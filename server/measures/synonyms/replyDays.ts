import type { replyDaysMeasures } from '../definitions/replyDays.ts'
import type { Synonyms } from './synonym.ts'

/** Synonyms of the measures in `definitions/replyDays.ts`. */
export const replyDaysSynonyms: Partial<Record<keyof typeof replyDaysMeasures, Synonyms>> = {
  averageReplyDays: {
    zh: [
      '回复天数、平均回复时间、平均回复、答复天数、平均答复天数、平均答复时间、答复时间、回复时间、答复时长',
    ],
    en: ['reply time, days to reply, average reply time, mean reply time'],
  },
  medianReplyDays: {
    zh: [
      '回复中位天数、回复用时中位数、中位回复天数、答复中位天数、答复天数中位数、答复用时中位数、答复时间中位数',
    ],
    en: ['median reply time, median reply days, median days to answer'],
  },
  p90ReplyDays: {
    zh: ['回复天数 P90、九成答复天数、答复天数 P90、答复 P90、回复 P90、回复用时 P90、答复用时 P90'],
    en: ['P90 reply time, P90 of days to reply, P90 reply days'],
  },
  complaintReplyDays: {
    zh: [
      '答复天数、平均答复天数、平均答复时间、答复时间、答复时长、投诉平均几天答复、投诉几天答复、投诉多长时间答复、投诉答复天数、投诉平均回复天数、投诉多久答复、投诉回复天数、投诉答复时间',
    ],
    en: [
      'complaint reply time, days to answer complaints, reply time of complaints, days to answer a complaint',
      'average reply time of complaints',
    ],
  },
  medianComplaintReplyDays: {
    zh: ['投诉答复中位天数、投诉中位答复天数、投诉回复天数中位数、投诉答复用时中位数、投诉答复时间中位数'],
    en: ['median complaint reply time, median reply time of complaints, median complaint reply days'],
  },
  p90ComplaintReplyDays: {
    zh: ['投诉答复天数 P90、投诉答复 P90、投诉回复天数 P90、投诉答复用时 P90、投诉答复时间 P90'],
    en: ['P90 complaint reply time, P90 reply time of complaints'],
  },
  hotlineReplyDays: {
    zh: [
      '热线答复天数、答复天数、平均答复天数、平均答复时间、答复时间、答复时长、热线平均回复天数、12345 答复天数、热线多久答复、热线答复时间',
    ],
    en: [
      'hotline reply time, days to answer the hotline, reply time of the hotline',
      'average reply time of the hotline, hotline answered',
    ],
  },
  medianHotlineReplyDays: {
    zh: [
      '热线答复中位天数、热线中位答复天数、热线回复天数中位数、热线答复用时中位数、12345 答复天数中位数、12345 答复中位天数',
    ],
    en: ['median hotline reply time, median reply time of the hotline'],
  },
  p90HotlineReplyDays: {
    zh: ['热线答复天数 P90、热线答复 P90、热线回复天数 P90、热线答复用时 P90、12345 答复天数 P90'],
    en: ['P90 hotline reply time, P90 reply time of the hotline'],
  },
}
