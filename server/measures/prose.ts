import type { Change } from './change.ts'
import type { Language } from './format.ts'
import type { Unit } from './measure.ts'
import { isShare } from './change.ts'
import { percentText, printLine, printValue } from './format.ts'

/** How a number stands in a sentence: as figures print it; cut to its leading digits with 余, 多 or 近; or a share as a whole per cent. */
export type NumberForm = 'plain' | 'about' | 'whole'

/** A cut of a number: `size` in units of `word`, in steps of `step`; both in the number's own unit. */
interface Cut { word: string, per: number, step: number }

/** In which steps money in 元 is spoken of: 3.5亿, 3600万, 360万, 36万, 3.6万. */
function moneyCut(yuan: number): Cut | null {
  if (yuan >= 1e10)
    return { word: '亿', per: 1e8, step: 1e8 }
  if (yuan >= 1e8)
    return { word: '亿', per: 1e8, step: 1e7 }
  const steps = [[1e7, 1e6], [1e6, 1e5], [1e5, 1e4], [1e4, 1e3]] as const
  const found = steps.find(([least]) => yuan >= least)
  return found ? { word: '万', per: 1e4, step: found[1] } : null
}

/** In which steps counts are spoken of: 3万多件, 3200多件, 340多件, 40多个; below ten there is nothing to cut. */
function countCut(count: number): Cut | null {
  if (count >= 1e4)
    return { word: '万', per: 1e4, step: 1e4 }
  return count >= 10 ? { word: '', per: 1, step: count >= 1000 ? 100 : 10 } : null
}

/** Decimal digits without an exponent and without trailing zeros: 3.5, 3600. */
const digits = (value: number): string => String(Number(value.toFixed(4)))

/** 余 stands before 万 where the number is whole (3600余万元), else behind the word (3.5亿余元, 3.6万余元); 多 of counts stands behind (3万多件). */
function withMore(number: string, word: string, more: '余' | '多'): string {
  return more === '余' && word === '万' && !number.includes('.') ? `${number}余万` : `${number}${word}${more}`
}

/**
 * A number cut to its leading digits: never rounded up. `X余` means X < v < X + u for the last printed digit's step u; `近X` that v is below X
 * by at most a twentieth of u; no word that v is X exactly (domain.md 5.3, GB/T 15835).
 */
function cutText(value: number, { word, per, step }: Cut, more: '余' | '多'): string {
  const below = Math.floor(value / step) * step
  if (below === value)
    return `${digits(below / per)}${word}`
  const above = below + step
  return value >= above - step / 20 ? `近${digits(above / per)}${word}` : withMore(digits(below / per), word, more)
}

const counted: readonly Unit[] = ['cases', 'items', 'trades', 'units', 'windows', 'persons', 'rules', 'banners', 'letters', 'complaints', 'reviews', 'calls', 'times']

function aboutText(value: number, unit: Unit): string | null {
  if (unit === 'fen') {
    const cut = moneyCut(value / 100)
    return cut && `${cutText(value / 100, cut, '余')}元`
  }
  const cut = counted.includes(unit) && Number.isInteger(value) ? countCut(value) : null
  return cut && `${cutText(value, cut, '多')}${printValue(value, unit, 'zh').unit}`
}

/** A share as a whole per cent that is never 100 with a failure in it, nor 0 with a success. */
export function wholePercent(share: number): string {
  const rounded = Math.round(share * 100)
  return (rounded === 100 && share < 1) || (rounded === 0 && share > 0) ? percentText(share) : String(rounded)
}

function plainText(value: number, unit: Unit, language: Language): string {
  const text = printLine(value, unit, language)
  // A sentence says itself per what: 平均每个工作日1.04宗.
  return language === 'zh' ? text.replaceAll(/[ ,]|／.*$/g, '') : text
}

/** A number in a sentence: 104宗, 3.5亿余元, 3万多件, 83%. Null: —, as everywhere. English has no 余 and prints figures. */
export function proseValue(value: number | null, unit: Unit, how: { form: NumberForm, language: Language }): string {
  if (value === null)
    return printLine(null, unit, how.language)
  if (how.form === 'whole' && isShare(unit))
    return `${wholePercent(value)}%`
  const about = how.form === 'about' && how.language === 'zh' ? aboutText(value, unit) : null
  return about ?? plainText(value, unit, how.language)
}

/** With what is compared, as official prose names it. */
export const proseComparisons = {
  lastYear: { zh: '同比', en: 'year on year' },
  previous: { zh: '环比', en: 'on the period before' },
  sameWorkingDaysLastYear: { zh: '与去年相同工作日数相比', en: 'on the same working days of last year' },
  other: { zh: '与对比期相比', en: 'on the compared period' },
} as const
export type ProseComparison = keyof typeof proseComparisons

const moves = {
  share: { zh: { up: '提高', down: '下降' }, en: { up: 'up', down: 'down' } },
  time: { zh: { up: '延长', down: '缩短' }, en: { up: 'longer by', down: 'shorter by' } },
  amount: { zh: { up: '增加', down: '减少' }, en: { up: 'up', down: 'down' } },
} as const
const share = { zh: { up: '增幅', down: '降幅' }, en: { up: '+', down: '−' } } as const

const moveOf = (unit: Unit): keyof typeof moves => isShare(unit) ? 'share' : unit === 'workingDays' || unit === 'days' ? 'time' : 'amount'

function pointsText(size: number, language: Language): string {
  const points = Number((size * 100).toFixed(size * 100 < 0.1 ? 2 : 1))
  return language === 'zh' ? `${points}个百分点` : `${points} percentage points`
}

/**
 * A change in a sentence: 同比增加249宗，增幅76.6%; 环比提高1.1个百分点; 同比缩短0.5工作日; 同比持平. A fall is never a negative rise, a difference of
 * shares never per cent. Null (nothing to compare with) says so.
 */
export function proseChange(change: Change | null, unit: Unit, how: { than: ProseComparison, language: Language }): string {
  const { language } = how
  const than = proseComparisons[how.than][language]
  if (change === null)
    return language === 'zh' ? `${than}无可比数据` : `nothing to compare with ${than}`
  if (change.direction === 'same')
    return language === 'zh' ? `${than}持平` : `unchanged ${than}`
  const size = Math.abs(change.difference)
  const kind = moveOf(unit)
  const amount = kind === 'share' ? pointsText(size, language) : plainText(size, unit, language)
  const relative = change.relative === null || kind !== 'amount' ? '' : `${percentText(Math.abs(change.relative))}%`
  const move = moves[kind][language][change.direction]
  if (language === 'zh')
    return relative ? `${than}${move}${amount}，${share.zh[change.direction]}${relative}` : `${than}${move}${amount}`
  return relative ? `${move} ${amount} (${share.en[change.direction]}${relative}) ${than}` : `${move} ${amount} ${than}`
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** 1 to 99 in Chinese: 三, 十一, 二十四. */
export function chineseNumeral(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : numerals[tens] ?? ''}十`
  return ten && ones === 0 ? ten : `${ten}${numerals[ones] ?? ''}`
}

/** A time in whole months and what is over: 四个多月 (4 months and some days), 两个月, and in days below one month (domain.md 8.1, 28). */
export function proseMonths(months: number, daysOver: number): string {
  if (months === 0)
    return `${daysOver}天`
  return `${months === 2 ? '两' : chineseNumeral(months)}个${daysOver > 0 ? '多' : ''}月`
}
