import type { Row, Target } from './target.ts'
import { lists } from '../../model/index.ts'
import { caseDerived, deriveCase } from '../rows/deriveCase.ts'
import { unit, window } from './common.ts'

/** The most days by which a correction moves a receipt; beyond it, the case number was probably reused. */
const usualCorrection = 7

const daysBetween = (one: Row[string] | undefined, other: Row[string] | undefined): number =>
  typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) : 0

/** 办件: one row a case. */
export const casesTarget: Target = {
  name: 'cases',
  names: { zh: '办件', en: 'Cases' },
  fact: 'cases',
  table: 'Case',
  key: 'caseNumber',
  fields: [
    {
      name: 'caseNumber',
      names: { zh: '办件编号', en: 'Case number' },
      reads: 'text',
      identifies: true,
      required: true,
    },
    unit,
    window,
    {
      name: 'item',
      names: { zh: '事项编码', en: 'Item code' },
      reads: 'reference',
      refersTo: 'item',
      column: 'itemId',
    },
    {
      name: 'itemType',
      names: { zh: '办件类型', en: 'Case type' },
      reads: 'list',
      values: lists.itemTypes,
      alsoValues: {
        instant: ['即办'],
        committed: ['承诺', '普通件'],
        joint: ['联办', '并联审批'],
        reported: ['上报'],
      },
    },
    {
      name: 'channel',
      names: { zh: '渠道', en: 'Channel' },
      reads: 'list',
      values: lists.channels,
      alsoValues: {
        hall: ['窗口', '大厅', '窗口申请', 'Desk', 'Counter'],
        online: ['网厅', '网上申报', '网上申请', 'Internet', 'Web', 'API'],
        mobile: ['APP', '移动端', '小程序', '微信'],
        phone: ['Phone', '热线'],
        post: ['Mail', '邮政', '邮寄申请'],
        internal: ['Intern', 'System'],
        other: ['Email', 'e-mail', '电子邮件'],
      },
    },
    {
      name: 'outcome',
      names: { zh: '办理结果', en: 'Outcome' },
      reads: 'list',
      values: lists.caseOutcomes,
      alsoValues: {
        granted: ['准予许可', '同意', '通过', '批准', '核准', '办结', '已办结'],
        refused: [
          ...['不予批准', '不予核准', '不予通过', '不予同意', '不予办理', '不准予', '不批准', '不同意'],
          ...['不通过', '未通过', '未批准', '未获批准', '驳回', '否决'],
        ],
        notAccepted: ['不受理', '未予受理'],
        returned: ['退回', '退回件'],
        withdrawn: ['撤销', '撤件'],
      },
    },
    { name: 'greenChannel', names: { zh: '绿色通道', en: 'Green channel' }, reads: 'flag' },
    { name: 'appointment', names: { zh: '预约', en: 'Appointment' }, reads: 'flag' },
    { name: 'jointGroup', names: { zh: '联办编号', en: 'Joint group' }, reads: 'text' },
    {
      name: 'supplements',
      names: { zh: '补正次数', en: 'Supplements' },
      reads: 'integer',
      least: 0,
      most: 1000,
    },
    {
      name: 'applicant',
      names: { zh: '申请人', en: 'Applicant' },
      reads: 'text',
      dispensable: true,
    },
    {
      name: 'receivedAt',
      names: { zh: '收件时间', en: 'Received' },
      reads: 'instant',
      byDayColumn: 'receivedByDay',
      fromFirst: true,
      past: true,
    },
    {
      name: 'acceptedAt',
      names: { zh: '受理时间', en: 'Accepted' },
      reads: 'instant',
      byDayColumn: 'acceptedByDay',
      fromFirst: true,
      past: true,
    },
    {
      name: 'completedAt',
      names: { zh: '办结时间', en: 'Completed' },
      reads: 'instant',
      byDayColumn: 'completedByDay',
      past: true,
    },
    {
      name: 'givenCommittedDue',
      names: { zh: '承诺到期时间', en: 'Committed due' },
      reads: 'due',
      byDayColumn: 'committedDueByDay',
      limitColumn: 'givenCommittedLimit',
    },
    {
      name: 'givenStatutoryDue',
      names: { zh: '法定到期时间', en: 'Statutory due' },
      reads: 'due',
      byDayColumn: 'statutoryDueByDay',
      limitColumn: 'givenStatutoryLimit',
    },
    { name: 'suspensions', names: { zh: '挂起', en: 'Suspensions' }, reads: 'suspensions' },
  ],
  derived: caseDerived,
  renewed: { when: ['itemId', 'acceptedAt'], columns: ['itemType', 'unitId', 'windowId'] },
  defaults: {
    greenChannel: false,
    appointment: false,
    supplements: 0,
    receivedByDay: false,
    acceptedByDay: false,
    completedByDay: false,
    committedDueByDay: false,
    statutoryDueByDay: false,
  },
  derive: (row, context) => {
    if (row.receivedAt === null && row.acceptedAt === null) return { field: 'receivedAt', reason: 'required' }
    deriveCase(row, context)
    return null
  },
  warn: (row, _context, note) => {
    const key = String(row.caseNumber)
    if (row.receivedAt === null) note('receivedFromAccepted', key)
    if (row.unitId === null) note('noUnit', key)
    if (row.windowId === null) note('noWindow', key)
    if (row.clockFault === true) note('completedBeforeReceived', key)
    if (row.completedAt !== null && row.acceptedAt === null && row.committedDueAt === null)
      note('notAccepted', key)
    if (row.outcome !== null && row.completedAt === null) note('endedWithoutTime', key)
  },
  warnChange: (row, before) => [
    ...(daysBetween(row.receivedDay, before.receivedDay) > usualCorrection ? ['otherReceipt' as const] : []),
    ...(row.completedAt === null && before.completedAt !== null ? ['reopened' as const] : []),
  ],
}
