import type { Target } from '../target.ts'
import { lists } from '../../facts/index.ts'
import { caseDerived, deriveCase } from '../deriveCase.ts'

/** 办件: one row a case. */
export const casesTarget: Target = {
  name: 'cases',
  fact: 'cases',
  table: 'Case',
  key: 'caseNumber',
  fields: [
    { name: 'caseNumber', names: { zh: '办件编号', en: 'Case number' }, reads: 'text', required: true },
    { name: 'unit', names: { zh: '单位编码', en: 'Unit code' }, reads: 'reference', refersTo: 'unit', column: 'unitId' },
    { name: 'window', names: { zh: '窗口编码', en: 'Window code' }, reads: 'reference', refersTo: 'window', column: 'windowId' },
    { name: 'item', names: { zh: '事项编码', en: 'Item code' }, reads: 'reference', refersTo: 'item', column: 'itemId' },
    { name: 'itemType', names: { zh: '办件类型', en: 'Case type' }, reads: 'list', values: Object.keys(lists.itemTypes) },
    { name: 'channel', names: { zh: '渠道', en: 'Channel' }, reads: 'list', values: Object.keys(lists.channels) },
    { name: 'outcome', names: { zh: '办理结果', en: 'Outcome' }, reads: 'list', values: Object.keys(lists.caseOutcomes) },
    { name: 'greenChannel', names: { zh: '绿色通道', en: 'Green channel' }, reads: 'flag' },
    { name: 'appointment', names: { zh: '预约', en: 'Appointment' }, reads: 'flag' },
    { name: 'jointGroup', names: { zh: '联办编号', en: 'Joint group' }, reads: 'text' },
    { name: 'supplements', names: { zh: '补正次数', en: 'Supplements' }, reads: 'integer', least: 0, most: 1000 },
    { name: 'applicant', names: { zh: '申请人', en: 'Applicant' }, reads: 'text' },
    { name: 'receivedAt', names: { zh: '收件时间', en: 'Received' }, reads: 'instant' },
    { name: 'acceptedAt', names: { zh: '受理时间', en: 'Accepted' }, reads: 'instant' },
    { name: 'completedAt', names: { zh: '办结时间', en: 'Completed' }, reads: 'instant' },
    { name: 'givenCommittedDue', names: { zh: '承诺到期时间', en: 'Committed due' }, reads: 'instant' },
    { name: 'givenStatutoryDue', names: { zh: '法定到期时间', en: 'Statutory due' }, reads: 'instant' },
    { name: 'suspensions', names: { zh: '挂起', en: 'Suspensions' }, reads: 'suspensions' },
  ],
  derived: caseDerived,
  renewed: { when: ['itemId', 'acceptedAt'], columns: ['itemType', 'unitId', 'windowId'] },
  defaults: { greenChannel: false, appointment: false, supplements: 0 },
  derive: (row, context) => {
    if (row.receivedAt === null && row.acceptedAt === null)
      return { field: 'receivedAt', reason: 'required' }
    deriveCase(row, context)
    return null
  },
}
