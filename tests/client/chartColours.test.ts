import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('client/styles/tokens.css', 'utf8')
const [light = '', dark = ''] = css.split("[data-theme='dark'] {")
const tokensIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    Array.from(text.matchAll(/--([\w-]+): (#[\da-f]{6});/g), ([, name, value]) => [name!, value!]),
  )
const themes = {
  light: tokensIn(light),
  dark: { ...tokensIn(light), ...tokensIn(dark.slice(0, dark.indexOf('}'))) },
}

type Triple = readonly [number, number, number]
/** How eyes see red, green and blue: all of them, or with one kind of cone missing (Machado 2009). */
const eyes: Record<string, readonly [Triple, Triple, Triple]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}
const linear = (hex: string): Triple => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map(part => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return [r, g, b]
}
const times = (row: Triple, [r, g, b]: Triple): number => row[0] * r + row[1] * g + row[2] * b

/** A colour in OKLab, in which distances are as large as they look. */
function oklab(hex: string, eye: string): Triple {
  const rows = eyes[eye]!
  const seen = rows.map(row => Math.min(1, Math.max(0, times(row, linear(hex))))) as unknown as Triple
  const [l, m, s] = [
    Math.cbrt(times([0.4122214708, 0.5363325363, 0.0514459929], seen)),
    Math.cbrt(times([0.2119034982, 0.6806995451, 0.1073969566], seen)),
    Math.cbrt(times([0.0883024619, 0.2817188376, 0.6299787005], seen)),
  ]
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
const apart = (a: string, b: string, eye: string): number => {
  const [left, right] = [oklab(a, eye), oklab(b, eye)]
  return Math.hypot(...left.map((part, at) => part - right[at]!))
}

/** Colours that stand for different things in one chart. */
const pairs = [
  ['data-1', 'compare'],
  ['data-1', 'compare-mark'],
  ['saved', 'compare-mark'],
  ['compare-mark', 'target'],
  ['data-1', 'target'],
  ['data-1', 'accent'],
  ['data-mark', 'compare-mark'],
  ['saved-mark', 'gained-mark'],
  ['saved', 'gained'],
  ['saved', 'compare'],
  ['accent', 'compare'],
] as const

describe.each(['light', 'dark'] as const)('the colours of charts in the %s theme', theme => {
  it.each(Object.keys(eyes))('can be told apart by %s eyes', eye => {
    const distances = pairs.map(([a, b]) => ({
      pair: `${a} ${b}`,
      apart: apart(themes[theme][a]!, themes[theme][b]!, eye),
    }))
    expect(distances.filter(pair => pair.apart < 0.06)).toEqual([])
  })

  it('set this period clearly apart from the compared one, for all eyes', () => {
    const { 'data-1': now, compare } = themes[theme]
    for (const eye of Object.keys(eyes)) expect(apart(now!, compare!, eye), eye).toBeGreaterThan(0.09)
  })
})

/** How much lighter one colour is than another, by WCAG 2.2. */
function contrast(colour: string, other: string): number {
  const light = (hex: string): number => times([0.2126, 0.7152, 0.0722], linear(hex)) + 0.05
  return Math.max(light(colour), light(other)) / Math.min(light(colour), light(other))
}

describe('high contrast', () => {
  const [, more = ''] = css.split("[data-contrast='more'] {")
  const [, moreDark = ''] = css.split("[data-contrast='more'][data-theme='dark'] {")
  const own = (text: string): Record<string, string> => tokensIn(text.slice(0, text.indexOf('}')))
  const high = {
    light: { ...themes.light, ...own(more) },
    dark: { ...themes.dark, ...own(more), ...own(moreDark) },
  }

  it.each(['light', 'dark'] as const)('has text at 7:1 and lines at 3:1 on every ground in %s', theme => {
    const tokens = high[theme]
    for (const ground of ['ground', 'panel', 'sunk']) {
      for (const text of ['ink-1', 'ink-2', 'ink-3', 'ink-4', 'accent', 'warn', 'data-1'])
        expect(contrast(tokens[text]!, tokens[ground]!), `${text} on ${ground}`).toBeGreaterThanOrEqual(7)
      for (const line of ['line', 'line-strong', 'frame', 'hair-mark', 'compare', 'target'])
        expect(contrast(tokens[line]!, tokens[ground]!), `${line} on ${ground}`).toBeGreaterThanOrEqual(3)
    }
  })
})

describe('the main button of a page', () => {
  const base = readFileSync('client/styles/base.css', 'utf8')
  const [rule = ''] = /\.main-button \{[^}]*\}/.exec(base) ?? []

  it('wears ink, because vermilion asks for action, and is read on it in every theme', () => {
    expect(rule).toContain('background: var(--data-1)')
    expect(rule).toContain('color: var(--panel)')
    expect(rule).not.toContain('--accent')
    for (const theme of ['light', 'dark'] as const)
      expect(contrast(themes[theme]['data-1']!, themes[theme].panel!), theme).toBeGreaterThanOrEqual(4.5)
  })
})
