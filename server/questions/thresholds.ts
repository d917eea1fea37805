import type { Unit } from '#measures'
import type { Threshold } from './limit.ts'
import type { Match, Matcher, ThresholdUnit } from './word.ts'
import { numberPattern, wholeNumber } from './normalise.ts'

const half = '一半|half(?! of)'
const value = String.raw`(${half}|百分之${numberPattern}|${numberPattern}成|\d+(?:\.\d+)?|${numberPattern})`
const unitWords = [
  '%|per cent|percent|个百分点|个工作日|工作日|working day|万元|亿元|元|万|亿|million yuan|million|yuan',
  '天|日|day|小时|hour|件|宗|笔|面|封|次|条|人|分|颗?星|个|case|trade|banner|complaint|time',
]
const unit = ` ?(${unitWords.join('|')})?`

const compared: readonly [words: readonly string[], is: Threshold['is']][] = [
  [
    [
      '不低于|不少于|不小于|不短于|至少|达到|>=|≥|大于等于|at least|no less than|not below|not less than',
      'reaching|reached|reach|meeting|met|meet|achieved|achieve',
    ],
    'atLeast',
  ],
  [
    [
      '不高于|不超过|没超过|没有超过|未超过|不多于|不大于|不长于|至多|<=|≤|小于等于',
      'at most|no more than|not more than|up to',
    ],
    'atMost',
  ],
  [
    [
      '低于|小于|少于|不足|不到|未达到|没达到|没有达到|未能达到|没能达到|没有达|快于|达不到|未达|没到|短于|<',
      'below|under|less than|fewer than|lower than|shorter than|faster than|quicker than',
    ],
    'below',
  ],
  [
    [
      '高于|慢于|大于|多于|超过|超出|突破|长于|>|above|over|more than|greater than|higher than',
      'exceeding|exceed|longer than|slower than',
    ],
    'above',
  ],
]
const behind: readonly [words: string, is: Threshold['is']][] = [
  ['以上|及以上|或以上|or more|and more|or higher', 'atLeast'],
  ['以下|及以下|或以下|以内|or less|or fewer|or lower', 'atMost'],
]

const before = compared.map(([words, is]) => ({
  pattern: new RegExp(`(?:${words.join('|')}) ?了? ?${value}${unit}`, 'y'),
  is,
}))
const after = behind.map(([words, is]) => ({
  pattern: new RegExp(`${value}${unit} ?(?:${words})`, 'y'),
  is,
}))

/** The windows with a rate of 100 %: no rate is above it. */
const all = { pattern: /(?:达到|是|为|等于)?(?:100 ?%|百分之百|百分百)/y, is: 'atLeast' as const }

const units: Readonly<Record<string, { unit: ThresholdUnit; times: number }>> = {
  '%': { unit: 'percent', times: 0.01 },
  'percent': { unit: 'percent', times: 0.01 },
  'per cent': { unit: 'percent', times: 0.01 },
  '元': { unit: 'yuan', times: 1 },
  'yuan': { unit: 'yuan', times: 1 },
  '万元': { unit: 'yuan', times: 1e4 },
  '万': { unit: 'tenThousand', times: 1e4 },
  '亿元': { unit: 'yuan', times: 1e8 },
  '亿': { unit: 'yuan', times: 1e8 },
  'million yuan': { unit: 'yuan', times: 1e6 },
  'million': { unit: 'tenThousand', times: 1e6 },
  '天': { unit: 'days', times: 1 },
  '日': { unit: 'days', times: 1 },
  'day': { unit: 'days', times: 1 },
  '工作日': { unit: 'workingDays', times: 1 },
  '个工作日': { unit: 'workingDays', times: 1 },
  'working day': { unit: 'workingDays', times: 1 },
  '小时': { unit: 'hours', times: 1 },
  'hour': { unit: 'hours', times: 1 },
  '个百分点': { unit: 'hours', times: 1 },
}
const counted: ThresholdUnit = 'counted'

/** What is counted by a word behind a number: fewer than 100 cases. */
const countedIn: Readonly<Record<string, Unit>> = {
  件: 'cases',
  case: 'cases',
  宗: 'trades',
  trade: 'trades',
  面: 'banners',
  banner: 'banners',
  complaint: 'complaints',
}

function meaningOf(written: string, unit: string, is: Threshold['is']) {
  if (/^(?:一半|half)$/.test(written)) return { kind: 'threshold', is, value: 0.5, unit: 'percent' } as const
  const tenths = /^(.+)成$/.exec(written)?.[1]
  const hundredths = /^百分之(.+)$/.exec(written)?.[1]
  const [number, percent] =
    tenths !== undefined
      ? [(wholeNumber(tenths) ?? 0) / 10, true]
      : hundredths !== undefined
        ? [(wholeNumber(hundredths) ?? 0) / 100, true]
        : [Number.isNaN(Number(written)) ? (wholeNumber(written) ?? 0) : Number(written), false]
  if (percent) return { kind: 'threshold', is, value: number, unit: 'percent' } as const
  const scale = units[unit] ?? { unit: unit === '' ? ('none' as const) : counted, times: 1 }
  const of = countedIn[unit]
  // Nine digits behind the point: 1.1 % is 0.011 and not 0.011000000000000001.
  return {
    kind: 'threshold',
    is,
    value: Number((number * scale.times).toFixed(9)),
    unit: scale.unit,
    ...(of !== undefined && { of }),
  } as const
}

/** Finds thresholds: 低于99%, 超过5天, 3件以上, at least 10, below 99 %. */
export const thresholdMatcher: Matcher = (text, at) =>
  [...before, ...after, all].flatMap(({ pattern, is }): Match[] => {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return []
    const [whole, written, unitWord = ''] = match
    const meaning = written === undefined ? meaningOf('100', '%', is) : meaningOf(written, unitWord, is)
    return [{ length: whole.length, meaning }]
  })
