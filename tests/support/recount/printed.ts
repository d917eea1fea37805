import type { Language, MeasureId } from '#measures'
import type { Recounted } from './recount.ts'

/** The unit in which a measure is printed, by language. */
type Kind = 'money' | 'share' | 'time' | { zh: string; en: string }
const times: Kind = { zh: '次', en: 'time' }
const counts: Partial<Record<MeasureId, Kind>> = {
  postCoverage: 'share',
  meetingAttendance: 'share',
  weeklyMeetings: { zh: '次', en: 'meeting' },
  postChecksMade: times,
  featuredServices: times,
  featuredServicePeople: { zh: '人次', en: 'visit' },
  appointmentServices: times,
  extendedHoursServices: times,
  homeVisits: times,
  townshipOutings: times,
  townshipTrainees: { zh: '人', en: 'person' },
  badReviews: { zh: '条', en: 'review' },
  hotlineCalls: { zh: '件', en: 'call' },
  casesCompletedPerWorkingDay: { zh: '件', en: 'cases per working day' },
  averageHandlingTime: 'time',
  tradesConcluded: { zh: '宗', en: 'trade' },
  awardsAboveCeiling: { zh: '宗', en: 'trade' },
  peakTradesPerDay: { zh: '宗', en: 'trade' },
  tradesPerWorkingDay: { zh: '宗', en: 'per working day' },
  tradesPerActiveDay: { zh: '宗', en: 'per active day' },
  banners: { zh: '面', en: 'banner' },
  letters: { zh: '封', en: 'letter' },
  complaints: { zh: '件', en: 'complaint' },
  windowsThanked: { zh: '个', en: 'window' },
  reviews: { zh: '条', en: 'review' },
  unitCount: { zh: '个', en: 'unit' },
  itemCount: { zh: '项', en: 'item' },
  instantCapableItems: { zh: '项', en: 'item' },
  staffCount: { zh: '人', en: 'person' },
  managerCount: { zh: '人', en: 'person' },
  hallRules: { zh: '项', en: 'rule' },
  tradingRules: { zh: '项', en: 'rule' },
}
const money: MeasureId[] = ['tradeAmount', 'tradeBase', 'savings', 'overrunAboveBase', 'landGain']

/** The kind of number as which a measure is printed. */
export function kindOf(measure: MeasureId): Kind {
  if (money.includes(measure)) return 'money'
  if (/Rate$|RateOnAward$|Share$|Ratio$/.test(measure)) return 'share'
  return counts[measure] ?? { zh: '件', en: 'case' }
}

export const isMoney = (measure: MeasureId): boolean => kindOf(measure) === 'money'

/** A printed number: its value, half a unit of its last digit, and the words after it. */
export interface PrintedNumber {
  value: number
  half: number
  /** Whether it means more than the value, by less than one unit of its last digit. */
  isMore: boolean
  words: string
}

const pattern =
  /^(?<near>近|(?:合计)?超出控制价|上浮)?(?<less><)?(?<digits>\d[\d,]*(?:\.\d+)?)(?<words>(?:[^\d.,].*)?)$/

/** Parses a number with its unit; money in 分. Throws for other text. */
export function readNumber(text: string): PrintedNumber {
  const groups = pattern.exec(text.trim())?.groups
  if (!groups) throw new Error(`“${text}” is no number`)
  const { digits = '', words = '', less, near } = groups
  const plain = digits.replaceAll(',', '')
  const places = plain.split('.')[1]?.length ?? 0
  const size = /亿/.test(words) ? 1e8 : /万/.test(words) ? 1e4 : words.startsWith(' million') ? 1e6 : 1
  const isMoneyText = /元|yuan/.test(words)
  const per = size * (isMoneyText ? 100 : words.startsWith('%') ? 0.01 : 1)
  const isMore = /余|多/.test(words)
  // A number cut to its leading digits keeps at most two of them.
  const cut = Number(plain) >= 100 ? 10 ** (plain.length - 2) : Number(plain) >= 10 && size === 1 ? 10 : 1
  const last = places > 0 ? 10 ** -places : isMore && size !== 1 ? cut : 1
  const sign =
    near?.endsWith('超出控制价') || near === '上浮' || /above the (?:ceiling|base)/.test(words) ? -1 : 1
  return {
    value: sign * Number(plain) * per,
    half: less ? Number(plain) * per : (per * (isMore && size === 1 ? cut : last)) / 2,
    isMore,
    words: words.trim(),
  }
}

function unitFits(measure: MeasureId, words: string, language: Language): boolean {
  const kind = kindOf(measure)
  if (kind === 'share')
    return language === 'zh'
      ? words === '%'
      : /^%(?: above the (?:ceilings? ?(?:in total)?|base))?$/.test(words)
  if (kind === 'money')
    return (
      language === 'zh' ? /^余?[万亿]?余?元$/ : /^(?:million )?yuan(?: above the ceilings? ?(?:in total)?)?$/
    ).test(words)
  if (kind === 'time') return language === 'zh' ? words === '个工作日' : /^working days?$/.test(words)
  if (language === 'zh') return new RegExp(`^万?[多]?${kind.zh}$`).test(words)
  const plural = kind.en === 'person' ? 'people' : `${kind.en}s`
  return words === kind.en || words === plural || /^cases? per working day$/.test(words)
}

const halfDay = { zh: '不足半个工作日', en: 'less than half a working day' } as const

/** The reason why a printed value is not the counted one; null where it is. */
export function valueFault(
  text: string,
  counted: Recounted & { value: number },
  { measure, language }: { measure: MeasureId; language: Language },
): string | null {
  const { value } = counted
  if (text === halfDay[language]) return value > 0 && value < 0.5 ? null : `${value} is not under half a day`
  const printed = readNumber(text)
  if (!unitFits(measure, printed.words, language)) return `“${printed.words}” is not its unit`
  const off = value - printed.value
  if (printed.isMore) return off > 0 && off < printed.half * 2 ? null : `${value} is not a little more`
  // A share below 100 % is never printed as 100 %.
  if (printed.words === '%' && printed.value !== 1 && value < 1 && value > 0.9985 && printed.value === 0.999)
    return null
  return Math.abs(off) <= printed.half * (1 + 1e-9) + 1e-9 ? null : `${value} was counted`
}
