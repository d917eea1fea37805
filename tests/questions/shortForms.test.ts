import { describe, expect, it } from 'vitest'
import { understand } from '../../server/questions/understand.ts'
import { countyMembers, countyReading } from './countyReading.ts'

interface Form {
  /** What is said, such as 交管窗口. */
  said: string
  /** The codes of all members whose names begin so. */
  codes: string[]
}

const namesOf = (dimension: 'unit' | 'window', language: 'zh' | 'en') =>
  countyMembers
    .filter(member => member.dimension === dimension)
    .map(member => ({ code: member.code, name: member[language].replace(/窗口$/, '') }))

const inChinese = (name: string): string[] =>
  Array.from({ length: Math.max(0, name.length - 2) }, (_, place) => name.slice(0, place + 2))

const inEnglish = (name: string): string[] => {
  const words = name.split(' ')
  return words.slice(1).map((_, place) =>
    words
      .slice(0, place + 1)
      .join(' ')
      .replace(/[:,]$/, ''),
  )
}

/** Beginnings of names that several members share and that are the name of none. */
function shared(dimension: 'unit' | 'window', language: 'zh' | 'en'): Form[] {
  const names = namesOf(dimension, language)
  const whole = new Set(names.map(({ name }) => name))
  const beginnings = new Set(
    names.flatMap(({ name }) => (language === 'zh' ? inChinese(name) : inEnglish(name))),
  )
  return [...beginnings].flatMap(beginning => {
    const codes = names.filter(({ name }) => name.startsWith(beginning)).map(({ code }) => code)
    if (codes.length < 2 || whole.has(beginning)) return []
    const word = language === 'zh' ? '窗口' : ' window'
    return [{ said: dimension === 'window' ? `${beginning}${word}` : beginning, codes }]
  })
}

function offered(text: string): string[] {
  const understanding = understand(text, countyReading)
  if (understanding.kind === 'refused') return []
  const asked =
    understanding.kind === 'understood'
      ? [understanding.asked]
      : understanding.choices.map(choice => choice.asked)
  return asked.flatMap(({ filters }) => filters.flatMap(filter => filter.in))
}

describe.each([
  ['unit', 'zh', '2026年10月收件量', 5],
  ['window', 'zh', '2026年10月收件量', 5],
  ['unit', 'en', ' cases received in October 2026', 3],
  ['window', 'en', ' cases received in October 2026', 3],
] as const)(
  'the beginnings of names of a %s in %s that several share',
  (dimension, language, rest, least) => {
    const forms = shared(dimension, language)
    const asking = forms.filter(({ said }) => {
      const understanding = understand(`${said}${rest}`, countyReading)
      const isSlip = understanding.kind === 'choice' && understanding.why.zh.startsWith('没有“')
      return !isSlip && offered(`${said}${rest}`).length > 0
    })

    it('are never one of them', () => {
      const taken = forms.filter(
        ({ said }) => understand(`${said}${rest}`, countyReading).kind === 'understood',
      )
      expect(taken).toEqual([])
      expect(asking.length).toBeGreaterThanOrEqual(least)
    })

    it.each(asking)('$said is asked back with all of them', ({ said, codes }) =>
      expect(offered(`${said}${rest}`)).toEqual(expect.arrayContaining(codes)),
    )
  },
)

describe('a name', () => {
  it.each([
    ['交管大队窗口', 'JG'],
    ['驾驶证窗口', 'JG2'],
    ['税务局', 'GUO'],
    ['财产行为税窗口', 'DS'],
    ['Public Security window', 'GA'],
    ['Social Security', 'RS'],
  ])('%s that one member has is that member', (said, code) => {
    const text = /[a-z]/.test(said) ? `${said} cases received in October 2026` : `${said}2026年10月收件量`
    expect(understand(text, countyReading)).toMatchObject({
      kind: 'understood',
      asked: { filters: [{ in: [code] }] },
    })
  })
})
