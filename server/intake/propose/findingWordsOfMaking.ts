import type { FindingWords } from './findingWord.ts'

/** Findings about what a load creates for what a file leaves out. */
export const makingWords = {
  keyMade: {
    zh: '没有“{field}”列，按每行的“{columns}”生成编号',
    en: 'There is no column “{field}”; numbers are made from “{columns}” of each row',
    effect: {
      zh: '这些内容完全相同的行再次载入时视为同一条；内容改动后视为新的一条',
      en: 'rows with the same content are one record when loaded again; a changed row is a new one',
    },
  },
  constantGuess: {
    zh: '没有“{field}”列，从“{text}”推断全部为“{chosen}”',
    en: 'There is no column “{field}”; from “{text}” all rows are taken to be “{chosen}”',
    effect: {
      zh: '所有行都按它载入；如不对，请改选固定值或指定一列（命令行 --set {name}=…）',
      en:
        'all rows are loaded as that; else choose another fixed value or a column ' +
        '(--set {name}=… on the command line)',
    },
  },
  outcomeGuess: {
    zh: '没有“交易结果”列；多数行写有中标人或成交价，全部按“{chosen}”读取',
    en: 'There is no outcome column; as most rows name winners or awards, all are read as “{chosen}”',
    effect: {
      zh: '流标、废标若也在其中，会被计为成交；请改选固定值或指定一列（命令行 --set outcome=…）',
      en:
        'trades that failed would count as concluded; else choose another fixed value or a column ' +
        '(--set outcome=… on the command line)',
    },
  },
  awardsOfNobody: {
    zh: '{count} 行既没有写明中标人（如空白、“无”、“/”），也没有成交价',
    en: '{count} {row names|rows name} neither a winner (blank, none or “/”) nor an award',
    weight: 'wrong',
    effect: { zh: '仍会计为成交', en: 'they would still count as concluded' },
  },
  failedElsewhere: {
    zh: '“{column}”有 {count} 行提到流标、废标、终止等',
    en: '{count} {row|rows} of “{column}” {mentions|mention} a failed or terminated trade',
    weight: 'wrong',
    effect: {
      zh: '没有“交易结果”列，它们会计为成交；请指定写明结果的列',
      en: 'without an outcome column they would count as concluded; name the column that states the outcome',
    },
  },
  dayInstead: {
    zh: '没有“{field}”列，以“{column}”代替',
    en: 'There is no column “{field}”; “{column}” is used instead',
    effect: { zh: '成交按这一天计入各月', en: 'awards count on that day' },
  },
  joinedKey: {
    zh: '“{column}”有 {count} 行重复，编号由“{columns}”连成',
    en: '{count} {row repeats|rows repeat} a text of “{column}”; the number is made from “{columns}”',
    effect: { zh: '每个标段载入为一宗交易', en: 'each lot is loaded as one trade' },
  },
  severalPieces: {
    zh: '“{column}”有 {count} 行写明不止一件',
    en: '{count} {row|rows} of “{column}” {stands|stand} for more than one',
    effect: { zh: '每件载入为一条，共 {rows} 条', en: 'each piece is loaded as one record, {rows} in all' },
  },
  kindColumns: {
    zh: '“{columns}”各栏写的是数量',
    en: '“{columns}” hold counts, one column for each kind',
    effect: {
      zh: '每面、每封载入为一条，共 {rows} 条；各栏都没有的行不载入',
      en: 'each piece is loaded as one record, {rows} in all; rows that count nothing are left out',
    },
  },
  reviewsWithoutLevel: {
    zh: '{count} 条评价没有满意程度',
    en: '{count} {review has|reviews have} no level',
    weight: 'wrong',
    effect: { zh: '不计入任何评价指标', en: 'counted in no figure about reviews' },
  },
  ownReviewInverted: {
    zh: '“{column}”问的是默认评价：“是”读作不是主动评价，“否”读作主动评价',
    en: '“{column}” states whether a review is a default review: yes is read as default, no as unprompted',
  },
  ownReviewUnread: {
    zh: '“{column}”写的是评价方式，有无法识别的写法：{texts}',
    en: '“{column}” states how a review came about, with texts that are not recognised: {texts}',
    weight: 'wrong',
    effect: {
      zh: '没有读取这一列；差评、主动好评率和整改时限都不计这些评价',
      en: 'the column is not read; the figures of bad, good and rectified reviews count none of these',
    },
  },
  ownReviewMissing: {
    zh: '没有写明是不是主动评价的列',
    en: 'No column says whether a review was unprompted',
    effect: {
      zh: '差评、主动好评率和整改时限都不计这些评价；都是主动评价时，请设固定值“是”',
      en:
        'the figures of bad, good and rectified reviews count none of these; ' +
        'where all were unprompted, set the fixed value yes',
    },
  },
  levelCodes: {
    zh: '“{column}”写的是数字，无法判断 1 最好还是 5 最好',
    en: '“{column}” holds numbers only; it is not clear whether 1 or 5 is best',
    effect: {
      zh: '按 5 最好（非常满意）、1 最差读取；有的系统相反，请核对，如不对请修改取值对应',
      en: 'read with 5 as best and 1 as worst; some systems do the opposite: please check, or map the values',
    },
  },
  satisfactionAsLevel: {
    zh: '没有星级列，按“{column}”读作满意程度',
    en: 'There is no column of stars; “{column}” is read as satisfaction',
    effect: { zh: '“是”按满意，“否”按不满意', en: 'yes is read as satisfied, no as dissatisfied' },
  },
} satisfies Record<string, FindingWords>
