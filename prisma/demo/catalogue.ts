import type { DemoUnit } from './units.ts'
import { textOfDay } from '../../server/measures/index.ts'
import { itemNameInEnglish } from './itemNames.ts'
import { demoUnits } from './units.ts'

/** A table of text with a header, ready to be written as CSV. */
export interface Table {
  header: readonly string[]
  rows: Iterable<readonly (string | number)[]>
}

/** The limits of an item from a date on. */
export interface DemoVersion {
  from: string
  to: string
  type: 'instant' | 'committed'
  statutory: number | null
  committed: number
  capable: boolean
}

/** An item of the demo county with all its versions. */
export interface DemoItem {
  code: string
  name: string
  nameEn: string
  unit: DemoUnit
  window: string
  weight: number
  versions: DemoVersion[]
}

export const opening = '2012-08-08'
const firstPromotion = '2012-10-08'
const secondPromotion = '2012-11-15'
const recentPromotion = '2025-07-01'

// Multiples of five, so that 60 % of each is whole and the hall's ratio on the opening day is exactly 60 %.
const statutoryLimits = [5, 10, 10, 15, 20, 20, 30]

/** Of the hall's 382 items, 172 are instant from the first day, 145 more can be, and 65 cannot. */
const instantFromStart = 172
const capable = 317

function versionsOf(place: number, name: string): DemoVersion[] {
  const end = ''
  if (place < instantFromStart)
    return [{ from: opening, to: end, type: 'instant', statutory: null, committed: 0, capable: true }]
  const statutory = name === '房产抵押登记办理' ? 30 : (statutoryLimits[place % statutoryLimits.length] ?? 10)
  const start: DemoVersion = {
    from: opening,
    to: end,
    type: 'committed',
    statutory,
    committed: statutory * 0.6,
    capable: place < capable,
  }
  const later = (from: string, change: Partial<DemoVersion>): DemoVersion[] => [
    { ...start, to: from },
    { ...start, from, ...change },
  ]
  // The mortgage item keeps its 30 → 18 days, so that the 1.5-day case stands out against them.
  if (name === '房产抵押登记办理' || place >= capable)
    return place % 3 === 0 && name !== '房产抵押登记办理'
      ? later(firstPromotion, { committed: statutory * 0.4 })
      : [start]
  if (place < instantFromStart + 60) return later(firstPromotion, { type: 'instant', committed: 0 })
  if (place < instantFromStart + 105) return later(secondPromotion, { type: 'instant', committed: 0 })
  return later(recentPromotion, { committed: Math.max(1, Math.round(statutory * 0.2)) })
}

/** Nine items a unit, eight for the last five units: 382. */
function itemCountOf(unitPlace: number): number {
  return unitPlace < 38 ? 9 : 8
}

function itemsOf(unit: DemoUnit, unitPlace: number): Omit<DemoItem, 'versions'>[] {
  return Array.from({ length: itemCountOf(unitPlace) }, (_, index) => {
    const subject = index % unit.subjects.length
    const about = unit.subjects[subject] ?? ''
    const action = unit.actions[Math.floor(index / unit.subjects.length)] ?? ''
    const window = unit.more?.find(window => window.subject === subject)?.code ?? unit.code
    return {
      code: `PH-${unit.code}-${String(index + 1).padStart(2, '0')}`,
      name: `${about}${action}`,
      nameEn: itemNameInEnglish(about, action),
      unit,
      window,
      weight: unit.weight / (1 + index * 0.6),
    }
  })
}

const mortgageIndex = (items: readonly { name: string }[]): number =>
  items.findIndex(item => item.name === '房产抵押登记办理')

/** Items that the briefing itself mentions keep a limit to be compared with. */
function spread(items: Omit<DemoItem, 'versions'>[]): DemoItem[] {
  // Busy, simple items come first in the order of promotion; a stride keeps units mixed.
  const order = items.map((item, index) => ({ item, rank: (index * 151) % items.length }))
  return order.map(({ item, rank }) => {
    const place =
      item.name === '房产抵押登记办理'
        ? capable - 1
        : rank === capable - 1
          ? (mortgageIndex(items) * 151) % items.length
          : rank
    return { ...item, versions: versionsOf(place, item.name) }
  })
}

/** The 382 items. */
export const demoItems: readonly DemoItem[] = spread(demoUnits.flatMap((unit, place) => itemsOf(unit, place)))

/** Codes of the 45 windows with their unit. */
export const demoWindows = demoUnits.flatMap(unit => [
  { code: unit.code, zh: `${unit.zh}窗口`, en: unit.en, unit: unit.code },
  ...(unit.more ?? []).map(more => ({ ...more, unit: unit.code })),
])

/**
 * The reporting rhythm of a unit: daily for busy units, monthly for those with hardly any cases, weekly for
 * others.
 */
const rhythmOf = ({ weight }: DemoUnit): string =>
  weight >= 12 ? 'daily' : weight >= 3 ? 'weekly' : 'monthly'

export const unitsTable: Table = {
  header: ['code', 'name', 'nameEn', 'rhythm', 'validFrom'],
  rows: demoUnits.map(unit => [unit.code, unit.zh, unit.en, rhythmOf(unit), opening]),
}

export const windowsTable: Table = {
  header: ['code', 'name', 'nameEn', 'unit', 'phone', 'validFrom'],
  // Telephone numbers that are not assigned.
  rows: demoWindows.map((window, place) => [
    window.code,
    window.zh,
    window.en,
    window.unit,
    `0596-000${String(place + 1).padStart(4, '0')}`,
    opening,
  ]),
}

const basicDocuments = ['申请表', '申请人身份证明'] as const
const moreDocuments = [
  '委托书（委托办理时）',
  '场所使用证明',
  '原证件',
  '法人资格证明',
  '近期照片两张',
  '缴费凭证',
] as const

/** What an applicant hands in: the form and an identity paper, and one or two more by item. */
function documentsOf(item: DemoItem): string {
  const place = Number(item.code.slice(-2)) + item.unit.code.length
  const more = [place, place * 2 + 1].map(at => moreDocuments[at % moreDocuments.length] ?? '')
  return [...basicDocuments, ...new Set(more)].join('；')
}

export const itemsTable: Table = {
  header: [
    'item',
    'name',
    'nameEn',
    'unit',
    'window',
    'type',
    'statutoryLimit',
    'committedLimit',
    'instantCapable',
    'visits',
    'documents',
    'validFrom',
    'validTo',
  ],
  rows: demoItems.flatMap(item =>
    item.versions.map(version => [
      item.code,
      item.name,
      item.nameEn,
      item.unit.code,
      item.window,
      version.type,
      version.statutory ?? '',
      version.committed,
      version.capable ? '1' : '0',
      version.capable ? 1 : 2,
      documentsOf(item),
      version.from,
      version.to,
    ]),
  ),
}

const surnames = [...'林叶蔡苏李陈黄张曾赖朱卢罗何杨周吴郑赵钱孙']

/** A masked name such as 林某: the demo county's people do not exist. */
export function maskedName(place: number): string {
  return `${surnames[place % surnames.length]}某`
}

/** Two handlers a window and one more at the twenty busiest: 110; and eight managers. */
export const staffTable: Table = {
  header: ['code', 'name', 'unit', 'window', 'management', 'post', 'validFrom'],
  rows: [
    ...Array.from({ length: 110 }, (_, place) => {
      const window = demoWindows[place % demoWindows.length]
      return [
        `S${String(place + 1).padStart(3, '0')}`,
        maskedName(place),
        window?.unit ?? '',
        window?.code ?? '',
        '0',
        place < demoWindows.length ? 'A' : 'B',
        opening,
      ]
    }),
    ...Array.from({ length: 8 }, (_, place) => [
      `M${place + 1}`,
      maskedName(place * 3),
      '',
      '',
      '1',
      '',
      '2012-03-15',
    ]),
  ],
}

export const claimsTable: Table = {
  header: [
    'code',
    'measure',
    'sentence',
    'sentenceEn',
    'valueMilli',
    'source',
    'statedOn',
    'validFrom',
    'validTo',
  ],
  rows: [
    [
      '46-24',
      'tradesPerWorkingDay',
      '平均每个工作日完成2宗交易',
      'On average two trades were concluded each working day',
      2000,
      '平和县作风建设年活动简报第46期',
      '2012-12-31',
      opening,
      '2012-12-31',
    ],
    [
      '46-25',
      'peakTradesPerDay',
      '最多时一天要完成4宗交易',
      'At most four trades had to be concluded in a day',
      4000,
      '平和县作风建设年活动简报第46期',
      '2012-12-31',
      opening,
      '2012-12-31',
    ],
  ],
}

/** What the county meant to reach in the years that the recent months touch. */
export function goalsTable(today: number): Table {
  const year = Number(textOfDay(today).slice(0, 4))
  return {
    header: ['measure', 'value', 'validFrom', 'validTo'],
    rows: [year - 2, year - 1, year].flatMap(calendarYear => [
      ['savings', '22000000', `${calendarYear}-01-01`, `${calendarYear}-12-31`],
      ['tradesConcluded', '250', `${calendarYear}-01-01`, `${calendarYear}-12-31`],
      ['onTimeRate', '99', `${calendarYear}-01-01`, `${calendarYear}-12-31`],
      ['instantCaseShare', '80', `${calendarYear}-01-01`, `${calendarYear}-12-31`],
    ]),
  }
}
