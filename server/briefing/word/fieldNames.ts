import type { MeasureId } from '#measures'
import { distance } from 'fastest-levenshtein'
import { measureIds, measureNamed } from '#measures'

/** Fields about the paper around the text, by their names in both languages. */
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

/** Fields that need paragraphs of their own: the text of the briefing, and the definitions of its figures. */
export const blockNames = { text: ['正文', 'text'], annex: ['口径说明', 'definitions'] } as const
export type BlockName = keyof typeof blockNames

/** Prefixes before the colon. A field without one gives the value with its unit. */
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

/** Further names that clerks use for a measure. */
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
  // Former names, which uploaded templates may still contain.
  '承诺件用时 P90': 'p90HandlingTime',
  '历时 P90': 'p90ElapsedDays',
  '交易周期 P90': 'p90TradeCycle',
  '回复天数 P90': 'p90ReplyDays',
  '投诉答复天数 P90': 'p90ComplaintReplyDays',
  '热线答复天数 P90': 'p90HotlineReplyDays',
}

/** Normalises a name: without spaces, in lower case, with half-width colons and brackets. */
export const plainName = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase()

/** Measures that only add up within one member are left out, because a member would have to be chosen. */
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

/** The measure of a name; null where there is none. */
export const measureCalled = (name: string): MeasureId | null => measuresByName.get(plainName(name)) ?? null

/** The key of a name; null where there is none. */
export function keyCalled<K extends string>(
  names: Readonly<Record<K, readonly [zh: string, en: string]>>,
  name: string,
): K | null {
  const wanted = plainName(name)
  const entry = (Object.entries(names) as [K, readonly [string, string]][]).find(([, both]) =>
    both.some(alias => plainName(alias) === wanted),
  )
  return entry?.[0] ?? null
}

/** The names of all measures that a field can show, in a language. */
export const measureNamesIn = (language: 'zh' | 'en'): string[] =>
  offered.map(id => measureNamed(id).names[language])

const mostNear = 3

/** Similar names, closest first. */
export function nearest(name: string, names: readonly string[]): string[] {
  const wanted = plainName(name)
  const ranked = names.map(candidate => {
    const plain = plainName(candidate)
    const far = distance(wanted, plain) / Math.max(wanted.length, plain.length, 1)
    return { candidate, far: wanted !== '' && plain.includes(wanted) ? Math.min(far, 0.5) : far }
  })
  return ranked
    .filter(({ far }) => far <= 0.6)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, mostNear)
    .map(({ candidate }) => candidate)
}
