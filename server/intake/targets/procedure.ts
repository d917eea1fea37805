import type { Target } from '../target.ts'
import { lists } from '../../facts/index.ts'

const tradeCode = { name: 'tradeCode', names: { zh: '交易编号', en: 'Trade code' }, reads: 'text', also: ['统一交易标识码', '项目编号', '标段编号', 'ocid'] } as const

/** 投标报价: one row a bidder of a trade. */
export const bidsTarget: Target = {
  name: 'bids',
  names: { zh: '投标报价', en: 'Bids' },
  fact: 'bids',
  table: 'Bid',
  key: 'bidCode',
  fields: [
    { ...tradeCode, required: true },
    { name: 'bidder', names: { zh: '投标人', en: 'Bidder' }, reads: 'text', required: true, also: ['投标单位', '供应商'] },
    { name: 'day', names: { zh: '开标日', en: 'Opened' }, reads: 'day', required: true, also: ['开标日期', '开标时间'] },
    { name: 'receivedAt', names: { zh: '递交时间', en: 'Received' }, reads: 'instant', also: ['投递时间'] },
    { name: 'status', names: { zh: '评审结果', en: 'Status' }, reads: 'list', values: lists.bidStatuses, also: ['状态', '是否有效'], alsoValues: { valid: ['合格', '是'], disqualified: ['废标', '无效', '否'] } },
    { name: 'amount', names: { zh: '报价', en: 'Amount' }, reads: 'money', column: 'amountFen', also: ['投标报价', '报价（元）', '投标价'] },
    { name: 'reason', names: { zh: '否决原因', en: 'Reason' }, reads: 'text', also: ['备注'] },
  ],
  keyOf: (_texts, row) => typeof row.tradeCode === 'string' && typeof row.bidder === 'string' ? `${row.tradeCode}/${row.bidder}` : null,
  derived: { bidCode: 'text' },
  defaults: { status: 'valid' },
  derive: () => null,
}

/** 异议、质疑、投诉: one row each. */
export const objectionsTarget: Target = {
  name: 'objections',
  names: { zh: '异议质疑投诉', en: 'Objections' },
  fact: 'objections',
  table: 'Objection',
  key: 'objectionCode',
  fields: [
    { name: 'objectionCode', names: { zh: '编号', en: 'Code' }, reads: 'text', required: true, also: ['异议编号', '投诉编号', 'code'] },
    tradeCode,
    { name: 'kind', names: { zh: '种类', en: 'Kind' }, reads: 'list', values: lists.objectionKinds, required: true, also: ['类型', '类别'] },
    { name: 'day', names: { zh: '提出日', en: 'Filed' }, reads: 'day', required: true, also: ['受理日期', '提出日期', '日期'] },
    { name: 'answeredDay', names: { zh: '答复日', en: 'Answered' }, reads: 'day', also: ['答复日期', '办结日期'] },
    { name: 'result', names: { zh: '结果', en: 'Result' }, reads: 'list', values: lists.objectionResults, also: ['处理结果'] },
    { name: 'raisedBy', names: { zh: '提出人', en: 'Raised by' }, reads: 'text', also: ['异议人', '投诉人', '质疑人'] },
    { name: 'summary', names: { zh: '摘要', en: 'Summary' }, reads: 'text', also: ['内容'] },
  ],
  derived: {},
  defaults: { result: 'pending' },
  derive: row => typeof row.answeredDay === 'number' && typeof row.day === 'number' && row.answeredDay < row.day ? { field: 'answeredDay', reason: 'reversedDates' } : null,
}

const number = { reads: 'integer', least: 0, most: 1000 } as const

/** 专家抽取: one row a draw. */
export const expertDrawsTarget: Target = {
  name: 'expertDraws',
  names: { zh: '专家抽取', en: 'Draws of experts' },
  fact: 'expertDraws',
  table: 'ExpertDraw',
  key: 'drawCode',
  fields: [
    { name: 'drawCode', names: { zh: '抽取编号', en: 'Draw code' }, reads: 'text', required: true, also: ['编号', 'code'] },
    tradeCode,
    { name: 'day', names: { zh: '评审日', en: 'Day' }, reads: 'day', required: true, also: ['抽取日期', '评审日期', '日期'] },
    { name: 'drawn', names: { zh: '抽取人数', en: 'Drawn' }, ...number, required: true, also: ['抽取'] },
    { name: 'declined', names: { zh: '不参加人数', en: 'Declined' }, ...number, also: ['不参加', '拒绝'] },
    { name: 'absent', names: { zh: '缺席人数', en: 'Absent' }, ...number, also: ['缺席'] },
    { name: 'avoided', names: { zh: '回避人数', en: 'Stood back' }, ...number, also: ['回避'] },
  ],
  derived: {},
  defaults: { declined: 0, absent: 0, avoided: 0 },
  derive: row => Number(row.declined) + Number(row.absent) + Number(row.avoided) > Number(row.drawn) ? { field: 'drawn', reason: 'more' } : null,
}
