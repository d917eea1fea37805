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
    const match = pattern.exec(text)
    const number = match ? wholeNumber(match[1] ?? '') : null
    return match && number !== null && number > 0 && number <= 500
      ? [{ length: match[0].length, meaning: make(number) }]
      : []
  })
