import type { Match, Matcher, Meaning } from './word.ts'
import { numberPattern, wholeNumber } from './normalise.ts'

const n = `(${numberPattern}|one|two|three|four|five|six|seven|eight|nine|ten)`

const forms: readonly { pattern: RegExp; make: (number: number) => Meaning }[] = [
  {
    pattern: new RegExp(
      `(?:排名|排在|排)?前${n}(?:名|位|个|家|大|的|项|类|强)?(?!个?月|个?季度|周|天|年)`,
      'y',
    ),
    make: top => ({ kind: 'top', top }),
  },
  {
    pattern: new RegExp(`(?:倒数|后|末|最后)第?${n}(?:名|位|个|家|项)?`, 'y'),
    make: top => ({ kind: 'bottom', top }),
  },
  { pattern: new RegExp(`(?:the )?(?:top|first|leading) ${n}`, 'y'), make: top => ({ kind: 'top', top }) },
  {
    pattern: new RegExp(`(?:the )?(?:bottom|last|worst) ${n}(?! (?:day|week|month|year))`, 'y'),
    make: top => ({ kind: 'bottom', top }),
  },
  { pattern: new RegExp(`top${n}`, 'y'), make: top => ({ kind: 'top', top }) },
  { pattern: new RegExp(`${n}(?:个|家|名|位|类|项|种)`, 'y'), make: number => ({ kind: 'number', number }) },
  { pattern: new RegExp(`${n}(?= )`, 'y'), make: number => ({ kind: 'number', number }) },
]

/** Finds places and counts: 前三, 倒数五名, 三个, top 10. */
export const rankMatcher: Matcher = (text, at) =>
  forms.flatMap(({ pattern, make }): Match[] => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    const number = found ? wholeNumber(found[1] ?? '') : null
    return found && number !== null && number > 0 && number <= 500
      ? [{ length: found[0].length, meaning: make(number) }]
      : []
  })

const halves: readonly { words: RegExp; hours: readonly number[] }[] = [
  { words: /上午|早上|早晨|(?:in |during )?(?:the )?morning/y, hours: [8, 9, 10, 11] },
  { words: /中午|(?:at )?noon/y, hours: [11, 12, 13] },
  { words: /下午|午后|(?:in |during )?(?:the )?afternoon/y, hours: [12, 13, 14, 15, 16, 17] },
]

/** Finds times of the day: 上午, 9点, 14时到16时, in the morning. */
export const hourMatcher: Matcher = (text, at) => {
  const half = halves.flatMap(({ words, hours }): Match[] => {
    words.lastIndex = at
    const found = words.exec(text)
    return found ? [hourMatch(found[0].length, hours)] : []
  })
  const clock = /(\d{1,2})[点时](?:[至到-](\d{1,2})[点时])?(?![间段限候])/y
  clock.lastIndex = at
  const found = clock.exec(text)
  if (!found) return half
  const from = Number(found[1])
  const to = found[2] === undefined ? from + 1 : Number(found[2])
  const hours = Array.from({ length: Math.max(0, to - from) }, (_, place) => from + place)
  return hours.length > 0 && to <= 24 ? [...half, hourMatch(found[0].length, hours)] : half
}

function hourMatch(length: number, hours: readonly number[]): Match {
  const [first = 0, last = 0] = [hours[0], hours.at(-1)]
  const names = { zh: `${first}—${last + 1}时`, en: `${first}:00–${last + 1}:00` }
  const group = { dimension: 'hour', codes: hours.map(String), names }
  return { length, meaning: { kind: 'members', groups: [group] } }
}
