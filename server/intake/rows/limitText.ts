import type { Limit } from '#measures'
import type { Value } from './field.ts'

const limitForm =
  /^(\d{1,4})\s*(?:个\s*)?(工作日|自然日|日历日|天|日|小时|working days?|days?|hours?)(?:内|以内)?$/i
const chineseForm =
  /^([〇一二两三四五六七八九十百]{1,5})\s*(?:个\s*)?(工作日|自然日|日历日|天|日|小时)(?:内|以内)?$/
const atOnce = new Set(['即办', '即时办结', '即办件', '当场办结', '当场办理', '当日办结', '当天办结'])

const units: Record<string, Limit['unit']> = {
  '工作日': 'workingDay',
  'working day': 'workingDay',
  '自然日': 'calendarDay',
  '日历日': 'calendarDay',
  // Limits in days are working days unless the text says otherwise (行政许可法 art. 82).
  '天': 'workingDay',
  '日': 'workingDay',
  'day': 'workingDay',
  '小时': 'hour',
  'hour': 'hour',
}

const digits = '〇一二三四五六七八九'

/** Parses a Chinese number up to 百: 二十一 → 21; null for other text. */
export function chineseNumber(text: string): number | null {
  const match =
    /^(?:([一二两三四五六七八九])百)?(?:([一二三四五六七八九])?(十))?〇?([一二两三四五六七八九])?$/.exec(text)
  if (!match || text === '') return null
  const digit = (character: string | undefined): number =>
    character === undefined ? 0 : digits.indexOf(character.replace('两', '二'))
  const tens = match[3] === undefined ? 0 : match[2] === undefined ? 1 : digit(match[2])
  return digit(match[1]) * 100 + tens * 10 + digit(match[4])
}

/** Parses 5个工作日, 20 天, 二十个工作日, 4小时 and 当场办结 (zero days); null for other text. */
export function limitOf(text: string): Limit | null {
  if (atOnce.has(text)) return { amount: 0, unit: 'workingDay' }
  const plain = limitForm.exec(text)
  const match = plain ?? chineseForm.exec(text)
  const amount = plain ? Number(plain[1]) : chineseNumber(match?.[1] ?? '')
  const unit = units[(match?.[2] ?? '').toLowerCase().replace(/s$/, '')]
  return match === null || amount === null || unit === undefined ? null : { amount, unit }
}

const headedUnit =
  /[(（](?:单位[:：])?个?(工作日|自然日|日历日|天|日|小时|working days?|days?|hours?)[)）]|(工作日|天|小时)数$/i

/** Parses a bare number with the unit of its heading, such as 5 under 承诺时限（工作日）. */
export function withHeadedUnit(text: string, header: string): string {
  const unit = /^\d{1,4}(?:\.0+)?$/.test(text) ? headedUnit.exec(header) : null
  return unit === null ? text : `${Number(text)}${unit[1] ?? unit[2] ?? ''}`
}

const unitCodes: readonly string[] = ['workingDay', 'calendarDay', 'hour'] satisfies Limit['unit'][]

/** The stored form of a limit: "5 workingDay". */
export const writtenLimit = ({ amount, unit }: Limit): string => `${amount} ${unit}`

/** Parses a stored limit; null where there is none. */
export function parseLimit(stored: Value | undefined): Limit | null {
  if (typeof stored !== 'string') return null
  const [amount = '', unit = ''] = stored.split(' ')
  return unitCodes.includes(unit) ? { amount: Number(amount), unit: unit as Limit['unit'] } : null
}
