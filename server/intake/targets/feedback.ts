import type { Row, Target } from './target.ts'
import { binOf } from '#measures'
import { lists } from '../../model/index.ts'
import { summary, unit, unitOfWindow, window } from './common.ts'

/** The levels of a review (GB/T 39735), from the lowest. */
const levels = {
  1: { zh: '非常不满意', en: 'Very dissatisfied' },
  2: { zh: '不满意', en: 'Dissatisfied' },
  3: { zh: '基本满意', en: 'Fairly satisfied' },
  4: { zh: '满意', en: 'Satisfied' },
  5: { zh: '非常满意', en: 'Very satisfied' },
}

/** Calendar days from receipt to reply; 1 for a reply on the next day. */
const replyDaysOf = ({ givenDay, repliedDay }: Row): number | null =>
  typeof givenDay === 'number' && typeof repliedDay === 'number' ? repliedDay - givenDay : null

/** 评价与反馈: one row per event. */
export const feedbackTarget: Target = {
  name: 'feedback',
  names: { zh: '评价反馈', en: 'Feedback' },
  fact: 'feedback',
  table: 'Feedback',
  key: 'feedbackCode',
  tellApart: ['givenDay', 'caseNumber', 'giver', 'unit', 'window', 'kind', 'level', 'summary'],
  fields: [
    {
      name: 'feedbackCode',
      names: { zh: '编号', en: 'Code' },
      reads: 'text',
      identifies: true,
      required: true,
    },
    {
      name: 'kind',
      names: { zh: '类型', en: 'Kind' },
      reads: 'list',
      values: lists.feedbackKinds,
      required: true,
      alsoValues: {
        letter: ['表扬信'],
        hotline: ['12345', '热线', '留言'],
        complaint: ['举报'],
        review: ['好差评'],
      },
    },
    { name: 'subject', names: { zh: '事由', en: 'Subject' }, reads: 'list', values: lists.feedbackSubjects },
    unit,
    window,
    {
      name: 'caseNumber',
      names: { zh: '办件编号', en: 'Case number' },
      reads: 'text',
      identifies: true,
    },
    {
      name: 'level',
      names: { zh: '星级', en: 'Stars' },
      reads: 'integer',
      least: 1,
      most: 5,
      values: levels,
      alsoValues: {
        5: ['很满意', '十分满意', '五星', '5星', '5分', '好评', 'very satisfied', 'excellent'],
        4: ['比较满意', '较满意', '四星', '4星', '4分', '是', 'good'],
        3: ['一般', '三星', '3星', '3分', '中评', 'average'],
        2: ['不太满意', '较不满意', '二星', '2星', '2分', '否', 'bad', 'poor'],
        1: ['很不满意', '十分不满意', '一星', '1星', '1分', '差评', 'very bad', 'very dissatisfied'],
      },
    },
    {
      name: 'ownReview',
      names: { zh: '主动评价', en: 'Unprompted review' },
      reads: 'flag',
      alsoValues: {
        是: ['主动评价', '主动', '非默认', '非系统默认'],
        否: ['默认评价', '默认', '系统默认', '被动评价', '自动评价', '非主动评价', '非主动'],
      },
    },
    {
      name: 'giver',
      names: { zh: '赠送人', en: 'From' },
      reads: 'text',
      dispensable: true,
    },
    summary,
    {
      name: 'givenDay',
      names: { zh: '日期', en: 'Day' },
      reads: 'day',
      past: true,
      required: true,
    },
    {
      name: 'repliedDay',
      names: { zh: '回复日', en: 'Replied' },
      reads: 'day',
      past: true,
    },
    {
      name: 'closedDay',
      names: { zh: '办结日', en: 'Closed' },
      reads: 'day',
      past: true,
    },
    {
      name: 'upheld',
      names: { zh: '成立', en: 'Upheld' },
      reads: 'flag',
      alsoValues: { 是: ['属实', '成立', '基本属实', '部分属实'], 否: ['不属实', '不成立', '失实'] },
    },
    {
      name: 'likes',
      names: { zh: '点赞数', en: 'Likes' },
      reads: 'integer',
      least: 0,
    },
    {
      name: 'dislikes',
      names: { zh: '点踩数', en: 'Dislikes' },
      reads: 'integer',
      least: 0,
    },
    {
      name: 'ticketKind',
      names: { zh: '工单类别', en: 'Kind of ticket' },
      reads: 'list',
      values: lists.ticketKinds,
      alsoValues: { request: ['求决'], suggestion: ['意见', '意见建议'] },
    },
    { name: 'calledBack', names: { zh: '回访日', en: 'Called back' }, reads: 'day', past: true },
    {
      name: 'satisfied',
      names: { zh: '回访满意', en: 'Satisfied when called back' },
      reads: 'flag',
      alsoValues: {
        是: ['满意', '非常满意', '基本满意', '比较满意', '很满意', '已满意', 'satisfied'],
        否: ['不满意', '非常不满意', '不太满意', '很不满意', 'dissatisfied'],
      },
    },
    // Files contain no photos: they are uploaded in the form, and the field has their SHA-256.
    { name: 'photo', names: { zh: '照片', en: 'Photo' }, reads: 'text', onRequest: true, upload: 'photo' },
    { name: 'replyText', names: { zh: '回复内容', en: 'Reply text' }, reads: 'text', onRequest: true },
  ],
  derived: { replyDays: 'integer', replyBin: 'integer' },
  defaults: { subject: 'service' },
  derive: (row, context) => {
    const days = replyDaysOf(row)
    if (days !== null && days < 0) return { field: 'repliedDay', reason: 'reversedDates' }
    row.replyDays = days
    row.replyBin = days === null ? null : binOf(days)
    if (
      typeof row.calledBack === 'number' &&
      typeof row.givenDay === 'number' &&
      row.calledBack < row.givenDay
    )
      return { field: 'calledBack', reason: 'reversedDates' }
    return unitOfWindow(row, context)
  },
}
