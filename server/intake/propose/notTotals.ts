const perWhat = [
  '公顷|平方|平米|m[2²]|立方|公斤|千克|k[gm]|小时|公里|千米|延米|千瓦|人(?!民)',
  '[亩㎡吨克升月季年日天周次户个只台套辆车米度棵株间座桶箱瓶头份页册]',
].join('|')
const unitPrice = new RegExp(
  [
    `[元圆](?:[/／]每?|每)(?:${perWhat})`,
    '单价|每(?:平方米|平米|[亩吨月年])|亩均|楼面地?价',
    String.raw`\bunit (?:price|cost|rate)`,
  ].join('|'),
  'i',
)

/** Whether a heading is that of unit prices, such as 成交价（万元/亩）, and not of totals. */
export const isUnitPrice = (header: string): boolean => unitPrice.test(header)

const discount =
  /(?:下浮|优惠|让利|折让|折扣|降价|节资|节约|节支)(?:率|比例|比率|幅度|百分比|点|[(（]?[%％])|降幅|\bdiscount\b/i

/** Whether a heading is that of discounts, such as 下浮率: the award rate is 1 minus the discount. */
export const isDiscountRate = (header: string): boolean => discount.test(header)
