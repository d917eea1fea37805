import type { Names } from '#measures'

/** Why a row could not be loaded. */
export type Reason =
  | 'required'
  | 'notADate'
  | 'notAnInstant'
  | 'notAnInteger'
  | 'notMoney'
  | 'notAFlag'
  | 'unknownValue'
  | 'unknownReference'
  | 'duplicateKey'
  | 'tooLong'
  | 'outOfRange'
  | 'controlCharacter'
  | 'unclosedQuote'
  | 'reversedDates'
  | 'notSuspensions'
  | 'wrongColumns'
  | 'formula'
  | 'undecodable'
  | 'notADecimal'
  | 'notAPercent'
  | 'percentForMoney'
  | 'notJson'
  | 'tooSmallFraction'
  | 'more'
  | 'ruinedKey'
  | 'placeholderDate'
  | 'afterToday'
  | 'negativeMoney'
  | 'notAPrice'
  | 'percentPair'
  | 'notACount'
  | 'needsUnit'
  | 'failedAward'

/** A row's first problem: its place, its text, and the reason. */
export interface Problem {
  row: number
  field: string
  value: string
  reason: Reason
}

export const reasonWords: Record<Reason, Names> = {
  required: { zh: '此栏不能为空', en: 'must not be empty' },
  notADate: { zh: '不是日期', en: 'is not a date' },
  notAnInstant: { zh: '不是时间', en: 'is not a time' },
  notAnInteger: { zh: '不是整数', en: 'is not a whole number' },
  notMoney: { zh: '不是金额', en: 'is not an amount of money' },
  notAFlag: { zh: '不是“是”或“否”', en: 'is neither yes nor no' },
  unknownValue: { zh: '不在可用的取值之内', en: 'is not one of the known values' },
  unknownReference: { zh: '在目录中找不到', en: 'is not in the catalogue' },
  duplicateKey: { zh: '同一文件中前面的行已有这个编号', en: 'an earlier row of the same file has this key' },
  tooLong: { zh: '过长', en: 'is too long' },
  outOfRange: { zh: '超出允许的范围', en: 'is out of range' },
  controlCharacter: { zh: '含有不可见的控制字符', en: 'contains a control character' },
  unclosedQuote: {
    zh: '中的引号不成对，后面的行被并入其中；请在原文件中改正后重新载入',
    en: 'has an unclosed quotation mark that takes in the rows after it; correct the file and reload it',
  },
  reversedDates: { zh: '结束早于开始', en: 'ends before it starts' },
  notSuspensions: {
    zh: '不是挂起记录（如 supplement 2012-09-03/2012-09-10）',
    en: 'is not a list of suspensions (such as supplement 2012-09-03/2012-09-10)',
  },
  formula: { zh: '是公式；请改为数值或文字', en: 'is a formula; replace it by its value' },
  undecodable: {
    zh: '含有无法识别的字符，编码可能选错',
    en: 'has characters that cannot be decoded; the encoding may be wrong',
  },
  notADecimal: { zh: '不是数字', en: 'is not a number' },
  notAPercent: { zh: '不是百分数', en: 'is not a percentage' },
  percentForMoney: {
    zh: '是百分数，不是金额；按费率计价的请对应到“成交费率”',
    en: 'is a percentage, not money; map prices given as rates to “award rate”',
  },
  notJson: { zh: '这一行不是 JSON 对象', en: 'this line is not a JSON object' },
  tooSmallFraction: {
    zh: '不足一分；可在对应关系中允许四舍五入',
    en: 'has fractions of a fen; the mapping can allow rounding',
  },
  ruinedKey: {
    zh: '不是编号：表格软件已丢掉其中的数字；请把该列设为文本格式后重新导出',
    en: 'is not a valid number: a spreadsheet has dropped digits; export the column as text',
  },
  placeholderDate: {
    zh: '是代表“无日期”的占位值；可在对应关系中列为缺失',
    en: 'stands for “no date”; the mapping can name it as missing',
  },
  afterToday: { zh: '晚于载入当天', en: 'is after the day of the load' },
  negativeMoney: { zh: '金额小于零', en: 'is below zero' },
  notAPrice: {
    zh: '不到控制价的千分之一，不像成交金额（可能是费率或象征性价格）；可对应到“成交费率”，或在对应关系中允许',
    en:
      'is less than a thousandth of the ceiling price and looks like a rate or a token price; map it ' +
      'as a rate, or allow it in the mapping',
  },
  percentPair: {
    zh: '控制价与成交价的数值过小，像是百分数；请按费率计价，或去掉对应关系中的百分数上限',
    en:
      'ceiling price and award are small enough to be percentages; price them by rate, or ' +
      'remove the limit for percentages from the mapping',
  },
  notACount: {
    zh: '没有写明一共几件，或数目不可信；请写成“锦旗2面”或“2”',
    en: 'does not say how many it stands for, or the number is not plausible; write 锦旗2面 or 2',
  },
  needsUnit: {
    zh: '不在目录中，且这一行没有单位，无法新增；请先载入目录，或指定单位，或不导入这一列',
    en:
      'is not in the catalogue and cannot be added, because the row names no unit; load ' +
      'the catalogue first, name a unit, or leave the column out',
  },
  failedAward: {
    zh: '不是中标人，而是没有成交；请把这一行的交易结果写明',
    en: 'is not a winner but says that the trade failed; give the row its outcome',
  },
  more: { zh: '超过可能的最大数', en: 'is more than there can be' },
  wrongColumns: { zh: '列数与表头不符', en: 'does not have as many columns as the header' },
}

/** 第 1204 行 办结时间“2012-13-40”不是时间; the names of the fields are those of the target. */
export function problemSentence(
  problem: Problem,
  fields: readonly { name: string; names: Names }[],
  language: 'zh' | 'en',
): string {
  const why = reasonWords[problem.reason][language]
  const field = fields.find(({ name }) => name === problem.field)?.names[language] ?? problem.field
  return language === 'zh'
    ? `第 ${problem.row} 行 ${field}“${problem.value}”${why}`
    : `row ${problem.row}, ${field} “${problem.value}” ${why}`
}
