import type { MeasureId } from '#measures'
import { distance } from 'fastest-levenshtein'
import { measureIds, measureNamed } from '#measures'

/** What a field shows of the paper around the text: by its name in both languages. */
export const frameNames = {
  title: ['标题', 'title'],
  subtitle: ['副题', 'subtitle'],
  masthead: ['报头', 'masthead'],
  issue: ['期号', 'issue'],
  date: ['日期', 'date'],
  unit: ['编发单位', 'edited by'],
  contact: ['联系方式', 'contact'],
  signature: ['落款', 'signature'],
  registration: ['登记号', 'registration'],
  copyTo: ['抄送', 'copy to'],
  distributeTo: ['分送', 'distribute to'],
  office: ['印发机关', 'printed by'],
  printed: ['印发日期', 'printed on'],
  period: ['期间', 'period'],
  year: ['年份', 'year'],
  dataUntil: ['数据截至', 'data until'],
} as const
export type FrameName = keyof typeof frameNames

/** What stands in paragraphs of its own: the text of the briefing, and how its figures are counted. */
export const blockNames = { text: ['正文', 'text'], annex: ['口径说明', 'definitions'] } as const
export type BlockName = keyof typeof blockNames

/** What is asked of a measure, before the colon; a field without one shows the value with its unit. */
export const prefixNames = {
  lastYear: ['同比', 'year on year'],
  previous: ['环比', 'on the period before'],
  toDate: ['累计', 'year to date'],
  toDateLastYear: ['累计同比', 'year to date year on year'],
  valueLastYear: ['去年同期', 'last year'],
  valuePrevious: ['上期', 'period before'],
  number: ['数字', 'number'],
  unit: ['单位', 'unit'],
  about: ['约', 'about'],
  windows: ['居前窗口', 'leading windows'],
  units: ['居前单位', 'leading units'],
} as const
export type Prefix = keyof typeof prefixNames

/** Names by which clerks call a measure besides its own. */
const usualNames: Partial<Record<string, MeasureId>> = {
  '受理': 'casesAccepted',
  '办结': 'casesCompleted',
  '收件': 'casesReceived',
  '受理件数': 'casesAccepted',
  '办结件数': 'casesCompleted',
  '收件件数': 'casesReceived',
  '成交金额': 'tradeAmount',
  '交易宗数': 'tradesConcluded',
  '节约率': 'savingsRate',
  '平均办结用时': 'averageHandlingTime',
  // Former names, which may stand in templates that were uploaded under them.
  '承诺件用时 P90': 'p90HandlingTime',
  '历时 P90': 'p90ElapsedDays',
  '交易周期 P90': 'p90TradeCycle',
  '回复天数 P90': 'p90ReplyDays',
  '投诉答复天数 P90': 'p90ComplaintReplyDays',
  '热线答复天数 P90': 'p90HotlineReplyDays',
}

/** A name as it is compared: without spaces, in small letters, with plain colons and brackets. */
export const plainName = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()

/** Those that add up within one member alone would need one to be chosen. */
const offered = measureIds.filter(id => measureNamed(id).within === undefined)
const measuresByName = new Map<string, MeasureId>([
  ...Object.entries(usualNames).flatMap(([name, id]): [string, MeasureId][] =>
    id ? [[plainName(name), id]] : [],
  ),
  ...offered.flatMap((id): [string, MeasureId][] => {
    const { zh, en } = measureNamed(id).names
    return [
      [plainName(zh), id],
      [plainName(en), id],
    ]
  }),
])

/** The measure that is called so, or null. */
export const measureCalled = (name: string): MeasureId | null => measuresByName.get(plainName(name)) ?? null

/** The key under which one of these names stands, or null. */
export function keyCalled<K extends string>(
  names: Readonly<Record<K, readonly [zh: string, en: string]>>,
  name: string,
): K | null {
  const wanted = plainName(name)
  const found = (Object.entries(names) as [K, readonly [string, string]][]).find(([, both]) =>
    both.some(one => plainName(one) === wanted),
  )
  return found?.[0] ?? null
}

/** The names of all measures that a field can show, in the language of a page. */
export const measureNamesIn = (language: 'zh' | 'en'): string[] =>
  offered.map(id => measureNamed(id).names[language])

const mostNear = 3

/** Names that somebody may have meant: those that differ least, the first one first. */
export function nearest(name: string, known: readonly string[]): string[] {
  const wanted = plainName(name)
  const ranked = known.map(one => {
    const plain = plainName(one)
    const far = distance(wanted, plain) / Math.max(wanted.length, plain.length, 1)
    return { one, far: wanted !== '' && plain.includes(wanted) ? Math.min(far, 0.5) : far }
  })
  return ranked
    .filter(({ far }) => far <= 0.6)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, mostNear)
    .map(({ one }) => one)
}
