import type { Headings } from './headings.ts'
import { validity } from './shared.ts'

/** Headings of the fields of a bid, besides the names of the fields. */
export const bidHeadings: Headings = {
  tradeCode: ['统一交易标识码', '项目编号', '标段编号', 'ocid'],
  bidder: ['投标单位', '供应商'],
  day: ['开标日期', '开标时间'],
  receivedAt: ['投递时间'],
  status: ['状态', '是否有效'],
  amount: ['投标报价', '投标价'],
  reason: ['备注'],
}

/** Headings of the fields of an objection, besides the names of the fields. */
export const objectionHeadings: Headings = {
  objectionCode: ['异议编号', '投诉编号'],
  tradeCode: ['统一交易标识码', '项目编号', '标段编号', 'ocid'],
  kind: ['类型', '类别'],
  day: ['受理日期', '提出日期', '日期'],
  answeredDay: ['答复日期', '办结日期'],
  result: ['处理结果'],
  raisedBy: ['异议人', '投诉人', '质疑人'],
  summary: ['内容'],
}

/** Headings of the fields of a draw of experts, besides the names of the fields. */
export const expertDrawHeadings: Headings = {
  drawCode: ['编号', 'code'],
  tradeCode: ['统一交易标识码', '项目编号', '标段编号', 'ocid'],
  day: ['抽取日期', '评审日期', '日期'],
  drawn: ['抽取'],
  declined: ['不参加', '拒绝'],
  absent: ['缺席'],
  avoided: ['回避'],
}

/** Headings of the fields of a claim, besides the names of the fields. */
export const claimHeadings: Headings = {
  ...validity,
  code: ['代码', '编号', 'id'],
  statedOn: ['日期'],
}

/** Headings of the fields of a rule, besides the names of the fields. */
export const regulationHeadings: Headings = {
  ...validity,
  code: ['代码', '编号', 'id'],
  name: ['全称', 'title'],
}
