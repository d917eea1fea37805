import type { Centre } from '../../centres/centre.ts'
import type { DeriveContext, Row, Target } from './target.ts'
import { binOf } from '#measures'
import { lists } from '../../model/index.ts'

const currencies = new Set(Intl.supportedValuesOf('currency'))
const mostMilliPercent = 2_000_000_000

/**
 * The discount of a trade in thousandths of a per cent of its base; null unless it has a price as an amount
 * and a positive base.
 */
function discountOf(row: Row): number | null {
  const { baseFen: base, awardFen: award } = row
  if (row.priceForm !== 'amount' || typeof base !== 'number' || typeof award !== 'number' || base <= 0)
    return null
  const rate = Math.round(((base - award) / base) * 100_000)
  return Math.max(-mostMilliPercent, Math.min(mostMilliPercent, rate))
}

const isPriced = ({ outcome, priceForm }: Row): boolean => outcome === 'concluded' && priceForm === 'amount'

/** The least base, in 分, for which a tiny award is not a price: 10,000 yuan. */
const realBase = 1_000_000
/**
 * The problem of an award that is a rate or a token, which would count as a saving of nearly the whole base,
 * or of a base and award that are percentages; null for others.
 */
function doubtfulPrice(row: Row, { prices }: DeriveContext): ReturnType<Target['derive']> {
  const { baseFen: base, awardFen: award } = row
  if (!prices || !isPriced(row) || typeof base !== 'number' || typeof award !== 'number') return null
  const value = `${award / 100} / ${base / 100}`
  if (base >= realBase && award * 1000 < base && !prices.tokenPrices)
    return { field: 'award', reason: 'notAPrice', value }
  const most = (prices.percentUpTo ?? 0) * 100
  if (base > 0 && base <= most && award <= most) return { field: 'award', reason: 'percentPair', value }
  return null
}

/**
 * Working days from the announcement to the contract (公共资源交易统计口径 C10); null where a day is missing, they are
 * reversed, or the calendar does not cover them.
 */
function cycleOf({ announcedDay: from, contractedDay: to }: Row, { hall }: Centre): number | null {
  return typeof from === 'number' && typeof to === 'number' && to >= from
    ? (hall.calendar?.countFrom(from + 1, to) ?? null)
    : null
}

/** Texts in place of a winner for a failed trade. */
const failed =
  /流标|流拍|废标|^(?:终止|撤[回销]|无效|作废|未成交|(?:采购|招标|交易)?失败|无人|无(?:中标|成交|竞得|有效|合格))/

/** 交易: one row per lot of a round. */
export const tradesTarget: Target = {
  name: 'trades',
  names: { zh: '交易', en: 'Trades' },
  fact: 'trades',
  table: 'Trade',
  key: 'tradeCode',
  fields: [
    {
      name: 'tradeCode',
      names: { zh: '统一交易标识码', en: 'Trade code' },
      reads: 'text',
      identifies: true,
      required: true,
    },
    {
      name: 'name',
      names: { zh: '项目（标段）名称', en: 'Name' },
      reads: 'text',
      required: true,
    },
    {
      name: 'category',
      names: { zh: '交易类别', en: 'Category' },
      reads: 'list',
      values: lists.tradeCategories,
      required: true,
      alsoValues: {
        works: ['工程建设项目', '工程', '房屋建筑', '市政', '水利', '交通', 'works'],
        procurement: ['采购', '货物', '服务', 'goods', 'services'],
        land: ['土地', '土地出让', '土地使用权出让'],
        mining: ['采矿权', '探矿权'],
        property: ['产权', '国有产权交易'],
      },
    },
    {
      name: 'method',
      names: { zh: '交易方式', en: 'Method' },
      reads: 'list',
      values: lists.tradeMethods,
      alsoValues: {
        openTender: ['公开', 'open'],
        invitedTender: ['邀请', 'limited'],
        negotiation: ['谈判'],
        consultation: ['磋商'],
        singleSource: ['direct'],
      },
    },
    {
      name: 'round',
      names: { zh: '招标次数', en: 'Round' },
      reads: 'integer',
      least: 1,
      most: 100,
    },
    {
      name: 'priceForm',
      names: { zh: '价格形式', en: 'Price form' },
      reads: 'list',
      values: lists.priceForms,
    },
    { name: 'baseKind', names: { zh: '基准类型', en: 'Base kind' }, reads: 'list', values: lists.baseKinds },
    {
      name: 'base',
      names: { zh: '控制价', en: 'Control price' },
      reads: 'money',
      least: 0,
      column: 'baseFen',
    },
    {
      name: 'award',
      names: { zh: '成交价', en: 'Award' },
      reads: 'money',
      least: 0,
      column: 'awardFen',
    },
    {
      name: 'priceUnit',
      names: { zh: '金额单位', en: 'Money unit' },
      reads: 'text',
      transient: true,
    },
    {
      name: 'awardRate',
      names: { zh: '成交费率', en: 'Award rate' },
      reads: 'percent',
    },
    { name: 'currency', names: { zh: '币种', en: 'Currency' }, reads: 'text' },
    {
      name: 'bidders',
      names: { zh: '投标家数', en: 'Bidders' },
      reads: 'integer',
      least: 0,
      most: 100_000,
    },
    {
      name: 'outcome',
      names: { zh: '交易结果', en: 'Outcome' },
      reads: 'list',
      values: lists.tradeOutcomes,
      required: true,
      alsoValues: {
        pending: ['中标候选人公示', '成交候选人公示', '待开标', '公告中'],
        concluded: ['已成交', '中标', '完成'],
        tooFewBidders: ['流拍'],
        terminated: ['终止公告'],
        withdrawn: ['撤销'],
      },
    },
    {
      name: 'buyer',
      names: { zh: '采购人', en: 'Buyer' },
      reads: 'text',
      dispensable: true,
    },
    {
      name: 'agent',
      names: { zh: '代理机构', en: 'Agent' },
      reads: 'text',
      dispensable: true,
    },
    {
      name: 'winner',
      names: { zh: '中标人', en: 'Winner' },
      reads: 'text',
      dispensable: true,
    },
    {
      name: 'announcedDay',
      names: { zh: '公告日', en: 'Announced' },
      reads: 'day',
    },
    {
      name: 'openedDay',
      names: { zh: '开标日', en: 'Opened' },
      reads: 'day',
    },
    {
      name: 'concludedDay',
      names: { zh: '成交日', en: 'Concluded' },
      reads: 'day',
      past: true,
    },
    {
      name: 'contractedDay',
      names: { zh: '合同日', en: 'Contracted' },
      reads: 'day',
    },
    {
      name: 'publishedDay',
      names: { zh: '公示日', en: 'Published' },
      reads: 'day',
    },
    {
      name: 'documentDays',
      names: { zh: '文件发售天数', en: 'Days documents were on sale' },
      reads: 'integer',
      least: 0,
      most: 1000,
    },
    { name: 'meals', names: { zh: '用餐次数', en: 'Meals' }, reads: 'integer', least: 0, most: 1000 },
    {
      name: 'overtime',
      names: { zh: '加班分钟', en: 'Overtime (minutes)' },
      reads: 'integer',
      least: 0,
      most: 100_000,
    },
  ],
  derived: {
    discountRate: 'integer',
    discountBin: 'integer',
    biddersBin: 'integer',
    cycleDays: 'integer',
    cycleBin: 'integer',
    homeCurrency: 'flag',
  },
  defaults: { round: 1, priceForm: 'amount' },
  derive: (row, context) => {
    const { centre } = context
    row.currency = String(row.currency ?? centre.currency).toUpperCase()
    row.homeCurrency = row.currency === centre.currency
    if (row.outcome !== 'pending' && row.concludedDay === null)
      return { field: 'concludedDay', reason: 'required' }
    if (row.outcome === 'concluded' && typeof row.winner === 'string' && failed.test(row.winner))
      return { field: 'winner', reason: 'failedAward', value: row.winner }
    row.discountRate = discountOf(row)
    row.cycleDays = cycleOf(row, centre)
    row.cycleBin = row.cycleDays === null ? null : binOf(row.cycleDays)
    row.biddersBin = typeof row.bidders === 'number' ? binOf(row.bidders) : null
    row.discountBin = typeof row.discountRate === 'number' ? binOf(row.discountRate) : null
    return doubtfulPrice(row, context)
  },
  warn: (row, _context, note) => {
    if (row.homeCurrency !== true) {
      const currency = String(row.currency)
      note(currencies.has(currency) ? 'foreignCurrency' : 'unknownCurrency', currency)
    }
    const { baseFen: base, awardFen: award } = row
    const saves = row.category === 'works' || row.category === 'procurement'
    if (isPriced(row) && saves && typeof base === 'number' && typeof award === 'number' && award > base)
      note('awardAboveBase', String(row.tradeCode))
  },
}
