import type { Names } from '../model/index.ts'
import type { Language } from './format.ts'
import type { Figure } from './value.ts'
import { percentText } from './format.ts'
import { shownValue } from './value.ts'

/** The rank of one member among all of a dimension, largest first. */
interface Rank {
  place: number
  of: number
}

/**
 * The share of a part in the whole: numerator ÷ n. Null where either is unknown, the whole is not above zero,
 * or the part is not between zero and the whole.
 */
export function shareOfWhole(part: Figure, whole: Figure): Figure {
  const [numerator, n] = [shownValue(part), shownValue(whole)]
  const isShare = numerator !== null && n !== null && n > 0 && numerator >= 0 && numerator <= n
  return { value: isShare ? numerator / n : null, numerator, n, coverage: whole.coverage }
}

/**
 * The rank of a value among others, largest first; equal values share a rank, and the next ones are skipped.
 * Null where the value is not among them.
 */
export function rankAmong(values: readonly number[], value: number): Rank | null {
  return values.includes(value)
    ? { place: values.filter(other => other > value).length + 1, of: values.length }
    : null
}

/** Prints a share: 占12.3%; 12.3% of all. */
export const proseShare = (share: number, language: Language): string =>
  language === 'zh' ? `占${percentText(share)}%` : `${percentText(share)}% of all`

function ordinal(place: number): string {
  const lastTwo = place % 100
  const ending = lastTwo >= 11 && lastTwo <= 13 ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[place % 10] ?? 'th')
  return `${place}${ending}`
}

/** Prints a rank: 在28个窗口中居第3位; 3rd of 28 (window). */
export const proseRank = ({ place, of }: Rank, dimension: Names, language: Language): string =>
  language === 'zh'
    ? `在${of}个${dimension.zh}中居第${place}位`
    : `${ordinal(place)} of ${of} (${dimension.en.toLowerCase()})`
