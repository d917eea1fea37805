import type { Names } from '#measures'

/** The instructions that an assistant receives once, at the beginning. */
export const instructions: Names = {
  zh:
    '亮窗：政务服务中心与公共资源交易中心的指标。只读。数字只来自 ask；模型可以提出问题（asked），不可以自行给出、推算或合并数字。用户用一句话提问时：先 understand，再把 asked ' +
    '原样交给 ask；有歧义就请用户选择；被拒绝就转述原因。回答时写明时段、口径名称、n 和数据截止日；isDemo 为真时说明是演示数据。令牌只看得到一个中心，看不到任何个人。',
  en:
    'Bright Window: figures of an administrative service centre and a public resource trading centre. ' +
    'Read-only. Numbers come from ask alone; a model may propose a question (asked), never a number, an ' +
    'estimate or a sum of its own. When a user asks in words: understand first, then hand asked to ask as ' +
    'it is; where it is ambiguous let the user choose; where it is refused pass on why. Say the period, ' +
    'the measure, n and until when data are known; say so where isDemo is true. A token sees one centre ' +
    'and no person.',
}

/** The description of each input of the tools, by name. */
export const parameterWords: Record<string, Names> = {
  language: { zh: '答案的语言：zh 或 en', en: 'language of the answer: zh or en' },
  centre: { zh: '中心代码；不填就是令牌的中心', en: 'code of the centre; the token’s own where left out' },
  text: { zh: '用户的原话', en: 'what the user said, unchanged' },
  search: { zh: '要查找的字词', en: 'the words to look for' },
  measure: { zh: '指标代码，见 measures', en: 'id of the measure, from measures' },
  measures: {
    zh: '指标代码，见 measures；排序与界限按第一个',
    en: 'ids from measures; order and threshold follow the first one',
  },
  dimension: { zh: '维度代码，见 definition 的 splits', en: 'id of a dimension, from splits of definition' },
  period: {
    zh: '2025、2025-H1、2025-Q1、2025-03、2025-W09、2025-01-08、2025-01-08..2025-03-31、lastMonth 等',
    en: '2025, 2025-H1, 2025-Q1, 2025-03, 2025-W09, 2025-01-08, 2025-01-08..2025-03-31, lastMonth …',
  },
  comparison: {
    zh: 'none、previous 环比、lastYear 同比、sameWorkingDaysLastYear，或一个时段',
    en: 'none, previous, lastYear, sameWorkingDaysLastYear, or a period',
  },
  granularity: { zh: '按时间细分', en: 'split by time' },
  groupBy: {
    zh: '按哪些维度划分，至多两个；rows 中为按哪一列归组',
    en: 'dimensions to split by, at most two; in rows: the column to put records together by',
  },
  filters: {
    zh: '把一个维度限定在若干成员（代码见 members）',
    en: 'limits a dimension to members, by code from members',
  },
  order: { zh: '从多到少 highest 或从少到多 lowest', en: 'highest or lowest first' },
  top: { zh: '只要前几名', en: 'so many lines' },
  threshold: {
    zh: '只留第一个指标的值在界限内的：比例写 0.99，金额写分',
    en: 'keeps lines whose first measure is within the limit: rates as 0.99, money in hundredths',
  },
  which: {
    zh: 'counted 全部、numerator 达到条件的、rest 未达到的',
    en: 'counted: all, numerator: met the condition, rest: did not',
  },
  orderBy: { zh: '按哪一列排序（columns 中的 key）', en: 'column to order by (a key of columns)' },
  descending: { zh: '从大到小', en: 'largest first' },
  offset: { zh: '从第几条起；接着读用 nextOffset', en: 'where to begin; read on with nextOffset' },
  limit: { zh: '一页多少条', en: 'how many on a page' },
  asOf: { zh: '以某一时刻所知为准（ISO 8601）', en: 'as it was known at an instant (ISO 8601)' },
}
