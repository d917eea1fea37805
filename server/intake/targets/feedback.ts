import type { Target } from '../target.ts'
import { lists } from '../../facts/index.ts'

/** 评价与反馈: one row an event. */
export const feedbackTarget: Target = {
  name: 'feedback',
  fact: 'feedback',
  table: 'Feedback',
  key: 'feedbackCode',
  fields: [
    { name: 'feedbackCode', names: { zh: '编号', en: 'Code' }, reads: 'text', required: true },
    { name: 'kind', names: { zh: '类型', en: 'Kind' }, reads: 'list', values: Object.keys(lists.feedbackKinds), required: true },
    { name: 'subject', names: { zh: '事由', en: 'Subject' }, reads: 'list', values: Object.keys(lists.feedbackSubjects) },
    { name: 'unit', names: { zh: '单位编码', en: 'Unit code' }, reads: 'reference', refersTo: 'unit', column: 'unitId' },
    { name: 'window', names: { zh: '窗口编码', en: 'Window code' }, reads: 'reference', refersTo: 'window', column: 'windowId' },
    { name: 'caseNumber', names: { zh: '办件编号', en: 'Case number' }, reads: 'text' },
    { name: 'level', names: { zh: '星级', en: 'Stars' }, reads: 'integer', least: 1, most: 5 },
    { name: 'ownReview', names: { zh: '主动评价', en: 'Own review' }, reads: 'flag' },
    { name: 'giver', names: { zh: '赠送人', en: 'From' }, reads: 'text' },
    { name: 'summary', names: { zh: '摘要', en: 'Summary' }, reads: 'text' },
    { name: 'givenDay', names: { zh: '日期', en: 'Day' }, reads: 'day', required: true },
    { name: 'repliedDay', names: { zh: '回复日', en: 'Replied' }, reads: 'day' },
    { name: 'closedDay', names: { zh: '办结日', en: 'Closed' }, reads: 'day' },
    { name: 'upheld', names: { zh: '成立', en: 'Upheld' }, reads: 'flag' },
  ],
  derived: {},
  defaults: { subject: 'service' },
  derive: (row, { catalogue }) => {
    row.unitId ??= typeof row.windowId === 'number' ? catalogue.unitOf(row.windowId) : null
    return null
  },
}
