import type { FindingWords } from './findingWord.ts'
import { makingWords } from './findingWordsOfMaking.ts'
import { readingWords } from './findingWordsOfReading.ts'

const words = {
  ...readingWords,
  ...makingWords,
  // Problems.
  headingUnlike: {
    zh: '“{column}”的名称像“{field}”，内容却无法按它读取',
    en: '“{column}” has a name like “{field}”, but its texts cannot be read as that',
    weight: 'wrong',
    effect: { zh: '没有读取这一列', en: 'the column is not read' },
  },
  needsOneOf: {
    zh: '需要“{fields}”中的一项，文件里没有对应的列',
    en: 'One of “{fields}” is needed and has no column',
    weight: 'wrong',
    effect: { zh: '没有它就不能载入', en: 'nothing can be loaded without it' },
  },
  allOpen: {
    zh: '所有办件都没有办结时间',
    en: 'No case has a time of completion',
    weight: 'wrong',
    effect: { zh: '{count} 件全部会计为在办', en: 'all {count} would count as open' },
  },
  notRows: {
    zh: '{count} 行不是数据（小计、合计、制表人、重复的表头等）',
    en: '{count} {row is|rows are} not data (subtotals, totals, signatures, repeated headings)',
    weight: 'wrong',
    effect: { zh: '按规则不载入', en: 'left out by a rule' },
  },
  ruinedKeys: {
    zh: '“{column}”有 {count} 个编号的数字已被表格软件丢失',
    en: '{count} {number|numbers} in “{column}” {has|have} lost digits in a spreadsheet',
    weight: 'wrong',
    effect: { zh: '这些行不会载入；请把该列设为文本后重新导出', en: 'not loaded; export the column as text' },
  },
  undecodable: {
    zh: '{count} 行含有无法识别的字符',
    en: '{count} {row holds|rows hold} characters that cannot be decoded',
    weight: 'wrong',
    effect: {
      zh: '不会照原样载入；编码可能选错',
      en: 'not loaded as they are; the encoding may be wrong',
    },
  },
  placeholderDates: {
    zh: '“{column}”有 {count} 个代表“无日期”的占位值',
    en: '{count} {date|dates} in “{column}” {stands|stand} for “no date”',
    weight: 'wrong',
    effect: { zh: '按没有日期读取', en: 'read as no date' },
  },
  afterToday: {
    zh: '“{column}”有 {count} 行晚于今天',
    en: '{count} {row|rows} of “{column}” {lies|lie} after today',
    weight: 'wrong',
    effect: { zh: '这些行不会载入', en: 'these rows will not be loaded' },
  },
  laterDays: {
    zh: '“{column}”有 {count} 行晚于今天',
    en: '{count} {row|rows} of “{column}” {lies|lie} after today',
    weight: 'wrong',
    effect: {
      zh: '照原样载入；请核对，月和日可能颠倒了',
      en: 'loaded as they are; please check, month and day may be swapped',
    },
  },
  midnightTimes: {
    zh: '“{column}”的 {count} 个时刻都是 0 点，像是只有日期，但对应关系按时刻读取',
    en: 'All {count} times in “{column}” are midnight; it seems to hold days, but the mapping reads times',
    weight: 'wrong',
    effect: { zh: '当天办结会计为超期', en: 'cases completed on their due day would count as late' },
  },
  endsBeforeStart: {
    zh: '{count} 行办结早于收件或受理',
    en: '{count} {row is|rows are} completed before {it was|they were} received or accepted',
    weight: 'wrong',
    effect: { zh: '计为时间存疑，不计入时长', en: 'counted as doubtful times, and in no duration' },
  },
  endedWithoutTime: {
    zh: '{count} 行有办理结果（如退件、不予受理），却没有办结时间',
    en: '{count} {row has|rows have} an outcome, such as returned, but no time of completion',
    weight: 'wrong',
    effect: { zh: '仍计为在办', en: 'they would count as open' },
  },
  withoutAcceptance: {
    zh: '{count} 行已办结，却没有受理时间',
    en: '{count} {row is|rows are} completed but {has|have} no time of acceptance',
    weight: 'wrong',
    effect: {
      zh: '无法推算到期时间，不判定是否按时',
      en: 'no due time can be calculated, so these are not judged on time or late',
    },
  },
  moneyUnreadable: {
    zh: '“{column}”有 {count} 个不是金额',
    en: '{count} {text|texts} in “{column}” {is|are} not {an amount|amounts}',
    weight: 'wrong',
    effect: { zh: '这些行不会载入，除非列为缺失', en: 'not loaded unless they are named as missing' },
  },
  unitImplausible: {
    zh: '“{column}”按 {before} 读取时与“{other}”相差约一万倍',
    en: 'Read in {before}, “{column}” differs from “{other}” by about ten thousand times',
    weight: 'wrong',
    effect: { zh: '因此按 {chosen} 读取，请核对', en: 'read in {chosen} for that reason; please check' },
  },
  amountsSmall: {
    zh: '“{column}”没有写金额单位，数值较小，可能以万元为单位（中间值 {middle}）',
    en: '“{column}” does not state its unit; it may be in ten thousands (middle value {middle})',
    weight: 'wrong',
    effect: {
      zh: '按{chosen}读取；如不对，请改选金额单位',
      en: 'read in {chosen}; if wrong, choose another unit of money',
    },
  },
  percentPairs: {
    zh: '{count} 行的控制价和成交价都不超过 100，像是百分数',
    en: '{count} {row has|rows have} base and award of at most 100; these look like percentages',
    weight: 'wrong',
    effect: { zh: '这些行不会载入，除非按费率计价', en: 'not loaded unless they are priced by rate' },
  },
  rowsRefused: {
    zh: '“{column}”有 {count} 行{why}',
    en: '“{column}” of {count} rows {why}',
    weight: 'wrong',
    effect: { zh: '这些行不会载入', en: 'these rows will not be loaded' },
  },
  tokenPrices: {
    zh: '{count} 行的成交价不到控制价的千分之一（如 1 元），不像价格',
    en: '{count} {award is|awards are} below a thousandth of the base, such as 1 yuan: hardly a price',
    weight: 'wrong',
    effect: { zh: '这些行不会载入，除非按费率计价', en: 'not loaded unless they are priced by rate' },
  },
  negativeMoney: {
    zh: '“{column}”有 {count} 个金额小于零',
    en: '{count} {amount|amounts} in “{column}” {is|are} below zero',
    weight: 'wrong',
    effect: { zh: '这些行不会载入', en: 'these rows will not be loaded' },
  },
  unitPrices: {
    zh: '“{column}”是单价，不是总价',
    en: '“{column}” holds unit prices, not totals',
    weight: 'wrong',
    effect: { zh: '没有读取这一列；请提供写总价的列', en: 'the column is not read; name a column of totals' },
  },
  discountRates: {
    zh: '“{column}”写的是下浮或优惠的比例，不是成交费率',
    en: '“{column}” holds discounts from the base, not award rates',
    weight: 'wrong',
    effect: {
      zh: '没有读取这一列；成交价是基准的（1 − 下浮率），请换算后载入',
      en: 'the column is not read; the award is the base × (1 − discount): convert it before loading',
    },
  },
  // Guesses and choices.
  repeatedKeys: {
    zh: '{rows} 行只有 {count} 个编号：每个环节一行',
    en: '{rows} rows have {count} numbers: one row per step',
    effect: { zh: '同一编号以最后一行为准', en: 'the last row of each number counts' },
  },
  foldedKeys: {
    zh: '{rows} 行只有 {count} 个编号：每个环节一行',
    en: '{rows} rows have {count} numbers: one row per step',
    effect: {
      zh: '同一编号的各行合成一件，后面的行补前面的空白',
      en: 'the rows of a number become one case; later rows fill what earlier ones leave blank',
    },
  },
  duplicateKeys: {
    zh: '“{column}”有 {count} 行与前面的行编号相同，内容不同',
    en: '{count} {row repeats|rows repeat} a number in “{column}” with other content',
    weight: 'wrong',
    effect: { zh: '这些行不会载入', en: 'these rows will not be loaded' },
  },
  receiptFromAcceptance: {
    zh: '{count} 行没有收件时间',
    en: '{count} {row has|rows have} no time of receipt',
    effect: { zh: '以受理时间作为收件时间', en: 'the time of acceptance is used instead' },
  },
  withoutUnit: {
    zh: '{count} 行没有单位',
    en: '{count} {row has|rows have} no unit',
    effect: { zh: '计入总数，不计入任何单位', en: 'in totals, but in no unit' },
  },
  withoutWindow: {
    zh: '{count} 行没有窗口',
    en: '{count} {row has|rows have} no window',
    effect: { zh: '计入总数，不计入任何窗口', en: 'in totals, but in no window' },
  },
  midnightDays: {
    zh: '“{column}”的 {count} 个时刻都是 0 点',
    en: 'All {count} times in “{column}” are midnight',
    effect: { zh: '按日期读取，到当天结束', en: 'read as days, each to its end' },
  },
  mergedCells: {
    zh: '“{column}”的合并单元格已向下填充 {count} 格',
    en: 'Merged cells of “{column}” are filled down into {count} {cell|cells}',
  },
  unitLine: {
    zh: '表头上方写明金额单位：{chosen}',
    en: 'A line above the headings names the unit of money: {chosen}',
  },
  missingWords: {
    zh: '“{column}”有 {count} 种写法表示没有数据',
    en: '{count} {text|texts} in “{column}” {stands|stand} for a missing value',
    effect: { zh: '按缺失读取', en: 'read as missing' },
  },
  openStates: {
    zh: '“{column}”有 {count} 种状态表示尚未办结',
    en: '{count} {state|states} in “{column}” {says|say} that a case is still open',
    effect: { zh: '按没有结果读取', en: 'read as no outcome' },
  },
  aboveCeiling: {
    zh: '{count} 行的成交价高于控制价',
    en: '{count} {award is|awards are} above {its|their} base',
    effect: { zh: '照原样载入，计为超出控制价', en: 'loaded as they are and counted as above the ceiling' },
  },
  foreignCurrency: {
    zh: '{count} 行的币种不是 {chosen}',
    en: '{count} {row is|rows are} in a currency other than {chosen}',
    effect: { zh: '单独列示，不计入合计', en: 'listed separately and in no sum' },
  },
  unknownCurrency: {
    zh: '{count} 行的币种代码不存在',
    en: '{count} {row has|rows have} a currency code that does not exist',
    weight: 'wrong',
    effect: { zh: '单独列示，不计入合计', en: 'listed separately and in no sum' },
  },
  roundedKeys: {
    zh: '{count} 个编号从第 16 位起都是 0，可能已被表格软件四舍五入',
    en: '{count} {number is|numbers are} all zeros from the sixteenth digit on and may have been rounded',
    weight: 'wrong',
    effect: {
      zh: '照原样载入，请与原系统核对',
      en: 'loaded as they are; please check against the source system',
    },
  },
  brokenNames: {
    zh: '{count} 行的名称含有无法识别的字符',
    en: '{count} {row holds a name|rows hold names} with broken characters',
    effect: { zh: '名称不载入，其余照常', en: 'the names are not loaded, the rows are' },
  },
  limitTexts: {
    zh: '“{column}”写的是时限而不是日期',
    en: '“{column}” holds limits, not dates',
    effect: {
      zh: '按受理时间和工作日历推算到期时间',
      en: 'due times are calculated from acceptance and the calendar',
    },
  },
  longFile: {
    zh: '只查看了前 {count} 行',
    en: 'Only the first {count} rows were examined',
    effect: { zh: '其余的行在检查时查看', en: 'the rest is examined by the check' },
  },
  wideFile: {
    zh: '共 {count} 列，只对照了前 {most} 列',
    en: 'Of {count} columns, only the first {most} were matched with fields',
    effect: { zh: '其余的列可以手工对应', en: 'the others can be mapped by hand' },
  },
  newCentre: {
    zh: '这是本中心第一次载入，请先核对时区（{zone}）、工作日历（{calendar}）和办公时间（{hours}）',
    en:
      'This is the first load of the centre: check its zone ({zone}), calendar ' +
      '({calendar}) and hours ({hours}) first',
    effect: {
      zh: '到期时间和工时按它们推算；用 bw centre hours、bw centre day 更正',
      en:
        'due times and working time are worked out from them; bw centre hours and bw ' +
        'centre day correct them',
    },
  },
  // Unused columns that look as if they were needed.
  unusedDate: {
    zh: '“{column}”像是日期，没有使用',
    en: '“{column}” looks like dates and is not used',
    weight: 'unused',
  },
  unusedMoney: {
    zh: '“{column}”像是金额，没有使用',
    en: '“{column}” looks like money and is not used',
    weight: 'unused',
  },
  unusedState: {
    zh: '“{column}”像是状态或结果，没有使用',
    en: '“{column}” looks like a state or outcome and is not used',
    weight: 'unused',
  },
} satisfies Record<string, FindingWords>

export type FindingName = keyof typeof words

export const findingWords: Record<FindingName, FindingWords> = words
