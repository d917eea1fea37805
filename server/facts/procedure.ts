import { centre } from './dimensions.ts'
import { defineFact } from './fact.ts'
import { bidStatuses, objectionKinds, objectionResults } from './lists.ts'

const day = { column: 'day', names: { zh: '日期', en: 'Day' }, shows: 'day' } as const
const tradeCode = { column: 'tradeCode', names: { zh: '交易编号', en: 'Trade code' }, shows: 'text' } as const

/** 投标报价. Grain: one bidder in one trade. Money in 分. */
export const bids = defineFact({
  name: 'bids',
  names: { zh: '投标报价', en: 'Bids' },
  table: 'Bid',
  key: 'bidCode',
  clocks: { opened: { column: 'day', names: { zh: '开标日', en: 'day opened' } } },
  numbers: { amount: '"amountFen"' },
  bins: {},
  dimensions: { centre, bidStatus: { column: 'status', names: { zh: '评审结果', en: 'Status' }, members: 'list', values: bidStatuses } },
  conditions: {
    submitted: '"status" IN (\'pending\', \'valid\', \'disqualified\')',
    disqualified: '"status" = \'disqualified\'',
  },
  rows: [
    tradeCode,
    { column: 'bidder', names: { zh: '投标人', en: 'Bidder' }, shows: 'text', sensitive: 'bidder' },
    day,
    { column: 'status', names: { zh: '评审结果', en: 'Status' }, shows: 'list', values: bidStatuses },
    { column: 'amountFen', names: { zh: '报价（元）', en: 'Amount (yuan)' }, shows: 'fen' },
    { column: 'reason', names: { zh: '否决原因', en: 'Reason' }, shows: 'text' },
  ],
})

/** 异议、质疑、投诉. Grain: one of them. */
export const objections = defineFact({
  name: 'objections',
  names: { zh: '异议质疑投诉', en: 'Objections' },
  table: 'Objection',
  key: 'objectionCode',
  clocks: { filed: { column: 'day', names: { zh: '提出日', en: 'day filed' } } },
  numbers: { days: '("answeredDay" - "day")' },
  bins: {},
  dimensions: {
    centre,
    objectionKind: { column: 'kind', names: { zh: '种类', en: 'Kind' }, members: 'list', values: objectionKinds },
    objectionResult: { column: 'result', names: { zh: '结果', en: 'Result' }, members: 'list', values: objectionResults },
  },
  conditions: {
    decided: '"result" IN (\'upheld\', \'partlyUpheld\', \'dismissed\')',
    upheld: '"result" IN (\'upheld\', \'partlyUpheld\')',
    answered: '"answeredDay" IS NOT NULL',
  },
  rows: [
    { column: 'objectionCode', names: { zh: '编号', en: 'Code' }, shows: 'text' },
    tradeCode,
    { column: 'kind', names: { zh: '种类', en: 'Kind' }, shows: 'list', values: objectionKinds },
    day,
    { column: 'answeredDay', names: { zh: '答复日', en: 'Answered' }, shows: 'day' },
    { column: 'result', names: { zh: '结果', en: 'Result' }, shows: 'list', values: objectionResults },
    { column: 'raisedBy', names: { zh: '提出人', en: 'Raised by' }, shows: 'text', sensitive: 'bidder' },
    { column: 'summary', names: { zh: '摘要', en: 'Summary' }, shows: 'text' },
  ],
})

// Whoever declined or had to stand back was not expected; the absent were.
const expected = '("drawn" - "declined" - "avoided")'

/** 专家抽取. Grain: one draw. */
export const expertDraws = defineFact({
  name: 'expertDraws',
  names: { zh: '专家抽取', en: 'Draws of experts' },
  table: 'ExpertDraw',
  key: 'drawCode',
  clocks: { happened: { column: 'day', names: { zh: '评审日', en: 'day' } } },
  numbers: { expected, attended: `(${expected} - "absent")` },
  bins: {},
  dimensions: { centre },
  conditions: {},
  rows: [
    { column: 'drawCode', names: { zh: '编号', en: 'Code' }, shows: 'text' },
    tradeCode,
    day,
    { column: 'drawn', names: { zh: '抽取', en: 'Drawn' }, shows: 'number' },
    { column: 'declined', names: { zh: '不参加', en: 'Declined' }, shows: 'number' },
    { column: 'absent', names: { zh: '缺席', en: 'Absent' }, shows: 'number' },
    { column: 'avoided', names: { zh: '回避', en: 'Stood back' }, shows: 'number' },
  ],
})
