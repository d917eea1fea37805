import type { Target } from '../target.ts'
import { lists } from '../../facts/index.ts'
import { caseDerived, deriveCase } from '../deriveCase.ts'
import { unit, window } from './common.ts'

/** 办件: one row a case. */
export const casesTarget: Target = {
  name: 'cases',
  names: { zh: '办件', en: 'Cases' },
  fact: 'cases',
  table: 'Case',
  key: 'caseNumber',
  fields: [
    { name: 'caseNumber', names: { zh: '办件编号', en: 'Case number' }, reads: 'text', required: true, also: ['办件号', '受理编号', '受理号', '业务编号', '流水号', '申报号', '申请编号', 'case_id', 'case id', 'SRRecordID', 'caseNo'] },
    unit,
    window,
    { name: 'item', names: { zh: '事项编码', en: 'Item code' }, reads: 'reference', refersTo: 'item', column: 'itemId', also: ['事项', '事项名称', '事项代码', '办理事项', '业务类型', 'SRType'] },
    { name: 'itemType', names: { zh: '办件类型', en: 'Case type' }, reads: 'list', values: lists.itemTypes, also: ['办件类别', 'type'], alsoValues: { instant: ['即办'], committed: ['承诺', '普通件'], joint: ['联办', '并联审批'], reported: ['上报'] } },
    { name: 'channel', names: { zh: '渠道', en: 'Channel' }, reads: 'list', values: lists.channels, also: ['来源', '申报来源', '受理渠道', '申请方式', '受理方式', 'MethodReceived', 'source'], alsoValues: { hall: ['窗口', '大厅', '窗口申请', 'Desk', 'Counter'], online: ['网厅', '网上申报', '网上申请', 'Internet', 'Web', 'API'], mobile: ['APP', '移动端', '小程序', '微信'], phone: ['Phone', '热线'], post: ['Mail', '邮政', '邮寄申请'], internal: ['Intern', 'System'], other: ['Email', 'e-mail', '电子邮件'] } },
    { name: 'outcome', names: { zh: '办理结果', en: 'Outcome' }, reads: 'list', values: lists.caseOutcomes, also: ['结果', '办结结果', '处理结果'], alsoValues: { granted: ['准予许可', '同意', '通过', '办结', '已办结'], refused: ['不予批准', '不同意'], notAccepted: ['不受理'], returned: ['退回', '退回件'], withdrawn: ['撤销', '撤件'] } },
    { name: 'greenChannel', names: { zh: '绿色通道', en: 'Green channel' }, reads: 'flag' },
    { name: 'appointment', names: { zh: '预约', en: 'Appointment' }, reads: 'flag' },
    { name: 'jointGroup', names: { zh: '联办编号', en: 'Joint group' }, reads: 'text' },
    { name: 'supplements', names: { zh: '补正次数', en: 'Supplements' }, reads: 'integer', least: 0, most: 1000, also: ['补件次数'] },
    { name: 'applicant', names: { zh: '申请人', en: 'Applicant' }, reads: 'text', also: ['申请人名称', '申请单位', '申办人', '办事人'] },
    { name: 'receivedAt', names: { zh: '收件时间', en: 'Received' }, reads: 'instant', also: ['收到时间', '申请时间', '申报时间', '提交时间', '收件日期', 'CreatedDate', 'startdate', 'open_dt'] },
    { name: 'acceptedAt', names: { zh: '受理时间', en: 'Accepted' }, reads: 'instant', also: ['受理日期', '受理日'] },
    { name: 'completedAt', names: { zh: '办结时间', en: 'Completed' }, reads: 'instant', also: ['办结日期', '办结日', '完成时间', 'CloseDate', 'closed_dt', 'enddate'] },
    { name: 'givenCommittedDue', names: { zh: '承诺到期时间', en: 'Committed due' }, reads: 'instant', also: ['承诺办结时间', '承诺期限', '承诺到期', '应办结时间', 'DueDate', 'enddate_planned', 'target_dt'] },
    { name: 'givenStatutoryDue', names: { zh: '法定到期时间', en: 'Statutory due' }, reads: 'instant', also: ['法定办结时间', '法定到期', '法定期限', 'deadline'] },
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
