import { fen, listed, localDay, number, text } from './column.ts'
import { defineFact } from './fact.ts'
import { bidStatuses, objectionKinds, objectionResults } from './lists.ts'
import { centreId, summary, tradeCode } from './sharedColumns.ts'

/** 投标报价. Grain: one bidder in one trade. Money in 分. */
export const bids = defineFact({
  name: 'bids',
  names: { zh: '投标报价', en: 'Bids' },
  table: 'Bid',
  key: 'bidCode',
  columns: {
    centreId,
    bidCode: text('报价编号', 'Bid code', { sensitive: 'bidder' }),
    tradeCode,
    bidder: text('投标人', 'Bidder', { sensitive: 'bidder' }),
    day: localDay('开标日', 'Opened'),
    status: listed(bidStatuses, '评审结果', 'Status'),
    amountFen: fen('报价', 'Amount'),
    reason: text('否决原因', 'Reason'),
  },
  clocks: { opened: 'day' },
  bins: {},
  dimensions: { centre: 'centreId', bidStatus: 'status' },
  rows: ['tradeCode', 'bidder', 'day', 'status', 'amountFen', 'reason'],
})

/** 异议、质疑、投诉. Grain: one of them. */
export const objections = defineFact({
  name: 'objections',
  names: { zh: '异议质疑投诉', en: 'Objections' },
  table: 'Objection',
  key: 'objectionCode',
  columns: {
    centreId,
    objectionCode: text('异议编号', 'Objection code'),
    tradeCode,
    kind: listed(objectionKinds, '种类', 'Kind'),
    day: localDay('提出日', 'Filed'),
    answeredDay: localDay('答复日', 'Answered'),
    result: listed(objectionResults, '处理结果', 'Result'),
    raisedBy: text('提出人', 'Raised by', { sensitive: 'bidder' }),
    summary,
  },
  clocks: { filed: 'day' },
  bins: {},
  dimensions: { centre: 'centreId', objectionKind: 'kind', objectionResult: 'result' },
  rows: ['objectionCode', 'tradeCode', 'kind', 'day', 'answeredDay', 'result', 'raisedBy', 'summary'],
})

/** 专家抽取. Grain: one draw. */
export const expertDraws = defineFact({
  name: 'expertDraws',
  names: { zh: '专家抽取', en: 'Draws of experts' },
  table: 'ExpertDraw',
  key: 'drawCode',
  columns: {
    centreId,
    drawCode: text('抽取编号', 'Draw code'),
    tradeCode,
    day: localDay('评审日', 'Day'),
    drawn: number('抽取人数', 'Drawn'),
    declined: number('不参加人数', 'Declined'),
    absent: number('缺席人数', 'Absent'),
    avoided: number('回避人数', 'Recused'),
  },
  clocks: { happened: 'day' },
  bins: {},
  dimensions: { centre: 'centreId' },
  rows: ['drawCode', 'tradeCode', 'day', 'drawn', 'declined', 'absent', 'avoided'],
})
