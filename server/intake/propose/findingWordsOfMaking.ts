import type { FindingWords } from './findingWord.ts'

/** Findings about what a load makes of a file that leaves it out. */
export const makingWords = {
  keyMade: {
    zh: '没有“{field}”列，按每行的“{columns}”生成编号',
    en: 'There is no column “{field}”; numbers are made from “{columns}” of each row',
    effect: {
      zh: '这些内容完全相同的行再次载入时视为同一条；内容改动后视为新的一条',
      en: 'rows that say the same there are one record when loaded again; a changed row is a new one',
    },
  },
  constantGuess: {
    zh: '没有“{field}”列，从“{text}”推断全部为“{chosen}”',
    en: 'There is no column “{field}”; from “{text}” all rows are taken for “{chosen}”',
    effect: {
      zh: '所有行都按它载入；不对就改选固定值或指定一列（命令行 --set {name}=…）',
      en:
        'all rows are loaded as that; else choose another fixed value or a column ' +
        '(--set {name}=… on the command line)',
    },
  },
  outcomeGuess: {
    zh: '没有“交易结果”列；每行写有中标人或成交价，全部按“{chosen}”读取',
    en: 'There is no column of outcomes; as rows name winners or awards, all are read as “{chosen}”',
    effect: {
      zh: '流标、废标若也在其中，会被计为成交；请改选固定值或指定一列（命令行 --set outcome=…）',
      en:
        'trades that failed would count as concluded; else choose another fixed value or a column ' +
        '(--set outcome=… on the command line)',
    },
  },
  awardsOfNobody: {
    zh: '{count} 行既没有中标人也没有成交价',
    en: '{count} rows name neither a winner nor an award',
    weight: 'wrong',
    effect: { zh: '仍会计为成交', en: 'they would count as concluded all the same' },
  },
  dayInstead: {
    zh: '没有“{field}”列，以“{column}”代替',
    en: 'There is no column “{field}”; “{column}” is taken for it',
    effect: { zh: '成交按这一天计入各月', en: 'awards count on that day' },
  },
  joinedKey: {
    zh: '“{column}”有 {count} 行重复，编号由“{columns}”连成',
    en: '{count} rows repeat a text of “{column}”; the number is joined from “{columns}”',
    effect: { zh: '每个标段载入为一笔交易', en: 'each lot is loaded as one trade' },
  },
  severalPieces: {
    zh: '“{column}”有 {count} 行写明不止一件',
    en: '{count} rows of “{column}” stand for more than one',
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
    en: '{count} reviews have no level',
    weight: 'wrong',
    effect: { zh: '不计入任何评价指标', en: 'counted in no figure about reviews' },
  },
  satisfactionAsLevel: {
    zh: '没有星级列，按“{column}”读作满意程度',
    en: 'There is no column of stars; “{column}” is read as satisfaction',
    effect: { zh: '“是”按满意，“否”按不满意', en: 'yes is read as satisfied, no as dissatisfied' },
  },
} satisfies Record<string, FindingWords>
