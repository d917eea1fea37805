import type { DeclaredTarget } from './columnFields.ts'

const tradeCode = {
  name: 'tradeCode',
  names: { zh: '交易编号', en: 'Trade code' },
  reads: 'text',
} as const

/** 投标报价: one row per bidder of a trade. */
export const bidsTarget: DeclaredTarget = {
  name: 'bids',
  fact: 'bids',
  fields: [
    { ...tradeCode, required: true },
    {
      name: 'bidder',
      required: true,
    },
    {
      name: 'day',
      required: true,
    },
    { name: 'receivedAt', names: { zh: '递交时间', en: 'Received' }, reads: 'instant' },
    {
      name: 'status',
      alsoValues: { valid: ['合格', '是'], disqualified: ['废标', '无效', '否'] },
    },
    {
      name: 'amount',
      names: { zh: '报价', en: 'Amount' },
      column: 'amountFen',
    },
    { name: 'reason' },
  ],
  keyOf: (_texts, row) =>
    typeof row.tradeCode === 'string' && typeof row.bidder === 'string'
      ? `${row.tradeCode}/${row.bidder}`
      : null,
  derived: { bidCode: 'text' },
  defaults: { status: 'valid' },
  derive: () => null,
}

/** 异议、质疑、投诉: one row each. */
export const objectionsTarget: DeclaredTarget = {
  name: 'objections',
  fact: 'objections',
  fields: [
    {
      name: 'objectionCode',
      names: { zh: '编号', en: 'Code' },
      required: true,
    },
    tradeCode,
    {
      name: 'kind',
      required: true,
    },
    {
      name: 'day',
      required: true,
    },
    {
      name: 'answeredDay',
    },
    {
      name: 'result',
      names: { zh: '结果', en: 'Result' },
    },
    {
      name: 'raisedBy',
    },
    { name: 'summary' },
  ],
  derived: {},
  defaults: { result: 'pending' },
  derive: row =>
    typeof row.answeredDay === 'number' && typeof row.day === 'number' && row.answeredDay < row.day
      ? { field: 'answeredDay', reason: 'reversedDates' }
      : null,
}

const number = { reads: 'integer', least: 0, most: 1000 } as const

/** 专家抽取: one row per draw. */
export const expertDrawsTarget: DeclaredTarget = {
  name: 'expertDraws',
  fact: 'expertDraws',
  fields: [
    {
      name: 'drawCode',
      required: true,
    },
    tradeCode,
    {
      name: 'day',
      required: true,
    },
    { name: 'drawn', ...number, required: true },
    { name: 'declined', ...number },
    { name: 'absent', ...number },
    { name: 'avoided', ...number },
  ],
  derived: {},
  defaults: { declined: 0, absent: 0, avoided: 0 },
  derive: row =>
    Number(row.declined) + Number(row.absent) + Number(row.avoided) > Number(row.drawn)
      ? { field: 'drawn', reason: 'more' }
      : null,
}
