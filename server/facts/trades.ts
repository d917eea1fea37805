import { centre } from './dimensions.ts'
import { defineFact } from './fact.ts'
import { baseKinds, priceForms, tradeCategories, tradeMethods, tradeOutcomes } from './lists.ts'

// Savings exist only for works and procurement priced by amount against a positive base (domain.md C2);
// gains only for land, mining rights and property (C5). The two conditions cannot both hold.
const priced = '"outcome" = \'concluded\' AND "priceForm" = \'amount\' AND "awardFen" IS NOT NULL AND "baseFen" > 0 AND "homeCurrency"'

/** 交易: one section (标段) of one round. Grain: one trade code of one centre. Money in 分. */
export const trades = defineFact({
  name: 'trades',
  names: { zh: '交易', en: 'Trades' },
  table: 'Trade',
  key: 'tradeCode',
  clocks: {
    concluded: { column: 'concludedDay', names: { zh: '成交（或终结）日', en: 'day concluded or ended' } },
    announced: { column: 'announcedDay', names: { zh: '公告日', en: 'day announced' } },
  },
  numbers: {
    award: '"awardFen"',
    base: '"baseFen"',
    saving: '("baseFen" - "awardFen")',
    gain: '("awardFen" - "baseFen")',
    discountRate: '"discountRate"',
    bidders: '"bidders"',
    calendarDays: '("contractedDay" - "announcedDay")',
  },
  bins: { discount: 'discountBin', bidders: 'biddersBin', cycle: 'cycleBin' },
  dimensions: {
    centre,
    category: { column: 'category', names: { zh: '交易类别', en: 'Category' }, members: 'list', values: tradeCategories },
    method: { column: 'method', names: { zh: '交易方式', en: 'Method' }, members: 'list', values: tradeMethods },
    round: { column: 'round', names: { zh: '招标次数', en: 'Round' }, members: 'number' },
    priceForm: { column: 'priceForm', names: { zh: '价格形式', en: 'Price form' }, members: 'list', values: priceForms },
    tradeOutcome: { column: 'outcome', names: { zh: '交易结果', en: 'Outcome' }, members: 'list', values: tradeOutcomes },
    currency: { column: 'currency', names: { zh: '币种', en: 'Currency' }, members: 'text' },
    buyer: { column: 'buyer', names: { zh: '采购（招标）人', en: 'Buyer' }, members: 'text' },
    winner: { column: 'winner', names: { zh: '中标人', en: 'Winner' }, members: 'text', sensitive: 'bidder' },
  },
  conditions: {
    concluded: '"outcome" = \'concluded\'',
    failed: '"outcome" IN (\'tooFewBidders\', \'annulled\')',
    concludedOrFailed: '"outcome" IN (\'concluded\', \'tooFewBidders\', \'annulled\')',
    amountPriced: '"outcome" = \'concluded\' AND "priceForm" = \'amount\' AND "awardFen" IS NOT NULL AND "homeCurrency"',
    saving: `${priced} AND "category" IN ('works', 'procurement')`,
    gain: `${priced} AND "category" IN ('land', 'mining', 'property')`,
    savingCategory: '"outcome" = \'concluded\' AND "category" IN (\'works\', \'procurement\')',
    gainCategory: '"outcome" = \'concluded\' AND "category" IN (\'land\', \'mining\', \'property\')',
    awarded: '"outcome" = \'concluded\' AND "priceForm" = \'amount\' AND "awardFen" IS NOT NULL',
    otherCurrency: '"outcome" = \'concluded\' AND "priceForm" = \'amount\' AND "awardFen" IS NOT NULL AND NOT "homeCurrency"',
    biddersKnown: '"outcome" = \'concluded\' AND "bidders" IS NOT NULL',
    cycleKnown: '"outcome" = \'concluded\' AND "cycleBin" IS NOT NULL',
    contracted: '"outcome" = \'concluded\' AND "contractedDay" >= "announcedDay"',
    exactlyThree: '"outcome" = \'concluded\' AND "bidders" = 3',
    competitive: '"outcome" = \'concluded\' AND "bidders" IS NOT NULL AND "method" IS DISTINCT FROM \'singleSource\'',
    oneBidder: '"outcome" = \'concluded\' AND "bidders" = 1 AND "method" IS DISTINCT FROM \'singleSource\'',
    documentsKnown: '"outcome" IN (\'concluded\', \'tooFewBidders\', \'annulled\') AND "documentDays" IS NOT NULL',
    documentsShort: '"outcome" IN (\'concluded\', \'tooFewBidders\', \'annulled\') AND "documentDays" < 5',
    repeatConcluded: '"outcome" = \'concluded\' AND "round" >= 2 AND "method" IS NOT NULL',
    switched: '"outcome" = \'concluded\' AND "round" >= 2 AND "method" IN (\'negotiation\', \'consultation\', \'inquiry\', \'singleSource\')',
    repeatRound: '"outcome" IN (\'concluded\', \'tooFewBidders\', \'annulled\') AND "round" >= 2',
    deepDiscount: `${priced} AND "category" IN ('works', 'procurement') AND "discountRate" > 30000`,
  },
  rows: [
    { column: 'tradeCode', names: { zh: '交易编号', en: 'Trade code' }, shows: 'text' },
    { column: 'name', names: { zh: '项目（标段）', en: 'Project (section)' }, shows: 'text' },
    { column: 'category', names: { zh: '类别', en: 'Category' }, shows: 'list', values: tradeCategories },
    { column: 'method', names: { zh: '方式', en: 'Method' }, shows: 'list', values: tradeMethods },
    { column: 'round', names: { zh: '次数', en: 'Round' }, shows: 'number' },
    { column: 'priceForm', names: { zh: '价格形式', en: 'Price form' }, shows: 'list', values: priceForms },
    { column: 'baseKind', names: { zh: '基准', en: 'Base' }, shows: 'list', values: baseKinds },
    { column: 'baseFen', names: { zh: '基准价（元）', en: 'Base (yuan)' }, shows: 'fen' },
    { column: 'awardFen', names: { zh: '成交价（元）', en: 'Award (yuan)' }, shows: 'fen' },
    { column: 'currency', names: { zh: '币种', en: 'Currency' }, shows: 'text' },
    { column: 'awardRate', names: { zh: '成交费率', en: 'Award rate' }, shows: 'milliPercent' },
    { column: 'discountRate', names: { zh: '下浮率', en: 'Discount' }, shows: 'milliPercent' },
    { column: 'bidders', names: { zh: '投标家数', en: 'Bidders' }, shows: 'number' },
    { column: 'outcome', names: { zh: '结果', en: 'Outcome' }, shows: 'list', values: tradeOutcomes },
    { column: 'concludedDay', names: { zh: '成交日', en: 'Concluded' }, shows: 'day' },
    { column: 'buyer', names: { zh: '采购（招标）人', en: 'Buyer' }, shows: 'text' },
    { column: 'winner', names: { zh: '中标人', en: 'Winner' }, shows: 'text', sensitive: 'bidder' },
  ],
})
