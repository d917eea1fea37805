import type { Target } from './target.ts'
import { lists } from '../../model/index.ts'
import { summary, unit, unitOfWindow, window } from './common.ts'

/** 评价与反馈: one row an event. */
export const feedbackTarget: Target = {
  name: 'feedback',
  names: { zh: '评价反馈', en: 'Feedback' },
  fact: 'feedback',
  table: 'Feedback',
  key: 'feedbackCode',
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
    },
    { name: 'ownReview', names: { zh: '主动评价', en: 'Unprompted review' }, reads: 'flag' },
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
    { name: 'upheld', names: { zh: '成立', en: 'Upheld' }, reads: 'flag' },
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
    { name: 'satisfied', names: { zh: '回访满意', en: 'Satisfied when called back' }, reads: 'flag' },
    // Files do not bring photos: a photo is uploaded from the form, and the field holds its SHA-256.
    { name: 'photo', names: { zh: '照片', en: 'Photo' }, reads: 'text', onRequest: true, upload: 'photo' },
    { name: 'replyText', names: { zh: '回复内容', en: 'Reply text' }, reads: 'text', onRequest: true },
  ],
  derived: {},
  defaults: { subject: 'service' },
  derive: (row, context) => {
    if (
      typeof row.repliedDay === 'number' &&
      typeof row.givenDay === 'number' &&
      row.repliedDay < row.givenDay
    )
      return { field: 'repliedDay', reason: 'reversedDates' }
    if (
      typeof row.calledBack === 'number' &&
      typeof row.givenDay === 'number' &&
      row.calledBack < row.givenDay
    )
      return { field: 'calledBack', reason: 'reversedDates' }
    return unitOfWindow(row, context)
  },
}
