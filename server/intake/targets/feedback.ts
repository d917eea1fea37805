import type { Target } from '../target.ts'
import { lists } from '../../facts/index.ts'
import { summary, unit, unitOfWindow, window } from './common.ts'

/** 评价与反馈: one row an event. */
export const feedbackTarget: Target = {
  name: 'feedback',
  names: { zh: '评价反馈', en: 'Feedback' },
  fact: 'feedback',
  table: 'Feedback',
  key: 'feedbackCode',
  fields: [
    { name: 'feedbackCode', names: { zh: '编号', en: 'Code' }, reads: 'text', required: true, also: ['留言编号', '评价编号', '工单编号', '投诉编号'] },
    { name: 'kind', names: { zh: '类型', en: 'Kind' }, reads: 'list', values: lists.feedbackKinds, required: true, also: ['反馈类型', '评价类型'], alsoValues: { letter: ['表扬信'], hotline: ['12345', '热线', '留言'], complaint: ['举报'], review: ['好差评'] } },
    { name: 'subject', names: { zh: '事由', en: 'Subject' }, reads: 'list', values: lists.feedbackSubjects },
    unit,
    window,
    { name: 'caseNumber', names: { zh: '办件编号', en: 'Case number' }, reads: 'text' },
    { name: 'level', names: { zh: '星级', en: 'Stars' }, reads: 'integer', least: 1, most: 5, also: ['评价等级', '满意度', '评分'] },
    { name: 'ownReview', names: { zh: '主动评价', en: 'Own review' }, reads: 'flag' },
    { name: 'giver', names: { zh: '赠送人', en: 'From' }, reads: 'text', also: ['反映人', '投诉人', '留言用户', '来信人'] },
    summary,
    { name: 'givenDay', names: { zh: '日期', en: 'Day' }, reads: 'day', required: true, also: ['收到日期', '留言时间', '评价时间', '投诉时间', '受理时间'] },
    { name: 'repliedDay', names: { zh: '回复日', en: 'Replied' }, reads: 'day', also: ['回复时间', '答复时间', '答复日期', '回复日期'] },
    { name: 'closedDay', names: { zh: '办结日', en: 'Closed' }, reads: 'day', also: ['办结日期', '办结时间'] },
    { name: 'upheld', names: { zh: '成立', en: 'Upheld' }, reads: 'flag' },
  ],
  derived: {},
  defaults: { subject: 'service' },
  derive: (row, context) => {
    if (typeof row.repliedDay === 'number' && typeof row.givenDay === 'number' && row.repliedDay < row.givenDay)
      return { field: 'repliedDay', reason: 'reversedDates' }
    return unitOfWindow(row, context)
  },
}
