import type { Row, Target } from '../target.ts'
import { binOf } from '#measures'
import { lists } from '../../facts/index.ts'

const mostMilliPercent = 2_000_000_000

/** The discount of one trade in thousandths of a per cent of its base; only a price as an amount against a positive base has one. */
export function discountOf(row: Row): number | null {
  const { baseFen: base, awardFen: award } = row
  if (row.priceForm !== 'amount' || typeof base !== 'number' || typeof award !== 'number' || base <= 0)
    return null
  const rate = Math.round((base - award) / base * 100_000)
  return Math.max(-mostMilliPercent, Math.min(mostMilliPercent, rate))
}

/** 交易: one row a section of a round. */
export const tradesTarget: Target = {
  name: 'trades',
  fact: 'trades',
  table: 'Trade',
  key: 'tradeCode',
  fields: [
    { name: 'tradeCode', names: { zh: '统一交易标识码', en: 'Trade code' }, reads: 'text', required: true },
    { name: 'name', names: { zh: '项目（标段）名称', en: 'Name' }, reads: 'text', required: true },
    { name: 'category', names: { zh: '交易类别', en: 'Category' }, reads: 'list', values: Object.keys(lists.tradeCategories), required: true },
    { name: 'method', names: { zh: '交易方式', en: 'Method' }, reads: 'list', values: Object.keys(lists.tradeMethods) },
    { name: 'round', names: { zh: '招标次数', en: 'Round' }, reads: 'integer', least: 1, most: 100 },
    { name: 'priceForm', names: { zh: '价格形式', en: 'Price form' }, reads: 'list', values: Object.keys(lists.priceForms) },
    { name: 'baseKind', names: { zh: '基准类型', en: 'Base kind' }, reads: 'list', values: Object.keys(lists.baseKinds) },
    { name: 'base', names: { zh: '控制价', en: 'Base' }, reads: 'money', column: 'baseFen' },
    { name: 'award', names: { zh: '成交价', en: 'Award' }, reads: 'money', column: 'awardFen' },
    { name: 'currency', names: { zh: '币种', en: 'Currency' }, reads: 'text' },
    { name: 'bidders', names: { zh: '投标家数', en: 'Bidders' }, reads: 'integer', least: 0, most: 100_000 },
    { name: 'outcome', names: { zh: '交易结果', en: 'Outcome' }, reads: 'list', values: Object.keys(lists.tradeOutcomes), required: true },
    { name: 'buyer', names: { zh: '采购人', en: 'Buyer' }, reads: 'text' },
    { name: 'agent', names: { zh: '代理机构', en: 'Agent' }, reads: 'text' },
    { name: 'winner', names: { zh: '中标人', en: 'Winner' }, reads: 'text' },
    { name: 'announcedDay', names: { zh: '公告日', en: 'Announced' }, reads: 'day' },
    { name: 'openedDay', names: { zh: '开标日', en: 'Opened' }, reads: 'day' },
    { name: 'concludedDay', names: { zh: '成交日', en: 'Concluded' }, reads: 'day' },
    { name: 'contractedDay', names: { zh: '合同日', en: 'Contracted' }, reads: 'day' },
  ],
  derived: { discountRate: 'integer', discountBin: 'integer' },
  defaults: { round: 1, priceForm: 'amount', currency: 'CNY' },
  derive: (row) => {
    if (row.outcome !== 'pending' && row.concludedDay === null)
      return { field: 'concludedDay', reason: 'required' }
    row.discountRate = discountOf(row)
    row.discountBin = typeof row.discountRate === 'number' ? binOf(row.discountRate) : null
    return null
  },
}
