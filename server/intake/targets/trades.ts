import type { Centre } from '../../centres/centre.ts'
import type { Row, Target } from '../target.ts'
import { binOf } from '#measures'
import { lists } from '../../facts/index.ts'

const currencies = new Set(Intl.supportedValuesOf('currency'))
const mostMilliPercent = 2_000_000_000

/** The discount of one trade in thousandths of a per cent of its base; only a price as an amount against a positive base has one. */
export function discountOf(row: Row): number | null {
  const { baseFen: base, awardFen: award } = row
  if (row.priceForm !== 'amount' || typeof base !== 'number' || typeof award !== 'number' || base <= 0)
    return null
  const rate = Math.round((base - award) / base * 100_000)
  return Math.max(-mostMilliPercent, Math.min(mostMilliPercent, rate))
}

/** Working days from the announcement to the contract (公共资源交易统计口径 C10); null where a day is missing, they are reversed, or no calendar covers them. */
function cycleOf({ announcedDay: from, contractedDay: to }: Row, { hall }: Centre): number | null {
  return typeof from === 'number' && typeof to === 'number' && to >= from ? hall.calendar?.countFrom(from + 1, to) ?? null : null
}

/** 交易: one row a section of a round. */
export const tradesTarget: Target = {
  name: 'trades',
  names: { zh: '交易', en: 'Trades' },
  fact: 'trades',
  table: 'Trade',
  key: 'tradeCode',
  fields: [
    { name: 'tradeCode', names: { zh: '统一交易标识码', en: 'Trade code' }, reads: 'text', required: true, also: ['交易编号', '项目编号', '标段编号', '标段编码', '招标编号', 'UNIFIED_DEAL_CODE', 'ocid', 'pid'] },
    { name: 'name', names: { zh: '项目（标段）名称', en: 'Name' }, reads: 'text', required: true, also: ['项目名称', '标段名称', '标的名称', 'projecttitle', 'title'] },
    { name: 'category', names: { zh: '交易类别', en: 'Category' }, reads: 'list', values: lists.tradeCategories, required: true, also: ['类别', '项目类型', '交易分类'], alsoValues: { works: ['工程建设项目', '工程', '房屋建筑', '市政', '水利', '交通', 'works'], procurement: ['采购', '货物', '服务', 'goods', 'services'], land: ['土地', '土地出让', '土地使用权出让'], mining: ['采矿权', '探矿权'], property: ['产权', '国有产权交易'] } },
    { name: 'method', names: { zh: '交易方式', en: 'Method' }, reads: 'list', values: lists.tradeMethods, also: ['招标方式', '采购方式'], alsoValues: { openTender: ['公开', 'open'], invitedTender: ['邀请', 'limited'], negotiation: ['谈判'], consultation: ['磋商'], singleSource: ['direct'] } },
    { name: 'round', names: { zh: '招标次数', en: 'Round' }, reads: 'integer', least: 1, most: 100, also: ['BID_ECTION_NUM', '轮次'] },
    { name: 'priceForm', names: { zh: '价格形式', en: 'Price form' }, reads: 'list', values: lists.priceForms },
    { name: 'baseKind', names: { zh: '基准类型', en: 'Base kind' }, reads: 'list', values: lists.baseKinds },
    { name: 'base', names: { zh: '控制价', en: 'Base' }, reads: 'money', column: 'baseFen', also: ['控制价（元）', '最高限价', '招标控制价', '预算', '预算金额', '采购预算', '起始价', '评估价', '拦标价', 'CONTROL_PRICE', 'reserveprice', 'zbkzj'] },
    { name: 'award', names: { zh: '成交价', en: 'Award' }, reads: 'money', column: 'awardFen', also: ['中标价', '中标金额', '成交金额', '成交价（元）', 'BID_AMOUNT', 'WIN_BID_PRICE', 'bid', 'kbjj'] },
    { name: 'priceUnit', names: { zh: '金额单位', en: 'Money unit' }, reads: 'text', transient: true, also: ['PRICE_UNIT', '价格单位'] },
    { name: 'awardRate', names: { zh: '成交费率', en: 'Award rate' }, reads: 'percent', also: ['费率', '中标费率', '优惠率'] },
    { name: 'currency', names: { zh: '币种', en: 'Currency' }, reads: 'text' },
    { name: 'bidders', names: { zh: '投标家数', en: 'Bidders' }, reads: 'integer', least: 0, most: 100_000, also: ['投标单位数量', '投标人数', '报名家数', '供应商家数', 'num_bidders'] },
    { name: 'outcome', names: { zh: '交易结果', en: 'Outcome' }, reads: 'list', values: lists.tradeOutcomes, required: true, also: ['结果', '项目结果'], alsoValues: { concluded: ['已成交', '中标', '完成'], terminated: ['终止公告'], withdrawn: ['撤销'] } },
    { name: 'buyer', names: { zh: '采购人', en: 'Buyer' }, reads: 'text', also: ['招标人', '采购单位', '建设单位', '业主'] },
    { name: 'agent', names: { zh: '代理机构', en: 'Agent' }, reads: 'text', also: ['招标代理', '代理'] },
    { name: 'winner', names: { zh: '中标人', en: 'Winner' }, reads: 'text', also: ['中标单位', '中标供应商', '成交供应商', '中标候选人', 'bidder'] },
    { name: 'announcedDay', names: { zh: '公告日', en: 'Announced' }, reads: 'day', also: ['公告日期', '公告时间', '发布日期'] },
    { name: 'openedDay', names: { zh: '开标日', en: 'Opened' }, reads: 'day', also: ['开标日期', '开标时间'] },
    { name: 'concludedDay', names: { zh: '成交日', en: 'Concluded' }, reads: 'day', also: ['成交日期', '中标日期', '公示日期', '结果日期', 'date'] },
    { name: 'contractedDay', names: { zh: '合同日', en: 'Contracted' }, reads: 'day', also: ['合同日期', '签约日期', '合同签订日期'] },
    { name: 'publishedDay', names: { zh: '公示日', en: 'Published' }, reads: 'day', also: ['中标候选人公示日', '公示开始日期'] },
    { name: 'documentDays', names: { zh: '文件发售天数', en: 'Days documents were to be had' }, reads: 'integer', least: 0, most: 1000, also: ['招标文件发售天数', '标书发售天数'] },
    { name: 'meals', names: { zh: '用餐次数', en: 'Meals' }, reads: 'integer', least: 0, most: 1000 },
    { name: 'overtime', names: { zh: '加班分钟', en: 'Overtime (minutes)' }, reads: 'integer', least: 0, most: 100_000, also: ['加班时长（分钟）'] },
  ],
  derived: { discountRate: 'integer', discountBin: 'integer', biddersBin: 'integer', cycleDays: 'integer', cycleBin: 'integer', homeCurrency: 'flag' },
  defaults: { round: 1, priceForm: 'amount' },
  derive: (row, { centre }) => {
    row.currency = String(row.currency ?? centre.currency).toUpperCase()
    row.homeCurrency = row.currency === centre.currency
    if (row.outcome !== 'pending' && row.concludedDay === null)
      return { field: 'concludedDay', reason: 'required' }
    row.discountRate = discountOf(row)
    row.cycleDays = cycleOf(row, centre)
    row.cycleBin = row.cycleDays === null ? null : binOf(row.cycleDays)
    row.biddersBin = typeof row.bidders === 'number' ? binOf(row.bidders) : null
    row.discountBin = typeof row.discountRate === 'number' ? binOf(row.discountRate) : null
    return null
  },
  warn: (row) => {
    if (row.homeCurrency === true)
      return null
    const value = String(row.currency)
    return { warning: currencies.has(value) ? 'foreignCurrency' : 'unknownCurrency', value }
  },
}
