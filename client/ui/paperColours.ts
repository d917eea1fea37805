import type { ChartTheme } from '../charts/theme.ts'
import { themeFrom } from '../charts/theme.ts'

const themeOf = (element: Element): ChartTheme => {
  const style = getComputedStyle(element)
  return themeFrom(token => style.getPropertyValue(token))
}

/** The chart theme for paper, independent of the theme on screen. */
export function paperTheme(): ChartTheme {
  const probe = document.createElement('i')
  probe.dataset.theme = 'light'
  document.body.append(probe)
  try {
    return themeOf(probe)
  } finally {
    probe.remove()
  }
}

/**
 * Returns a function that replaces the screen theme's colours in a text, such as an SVG, by those for paper.
 */
export function onPaper(paper: ChartTheme): (text: string) => string {
  const screen = themeOf(document.documentElement)
  const shown = [
    'ink1',
    'ink3',
    'line',
    'panel',
    'data',
    'compare',
    'compareMark',
    'target',
    'accent',
    'saved',
  ] as const
  const pairs = shown
    .map((name): [string, string] => [screen[name].toLowerCase(), paper[name]])
    .filter(([from, to]) => from !== '' && from !== to.toLowerCase())
  if (pairs.length === 0) return text => text
  const colours = new Map(pairs.toReversed())
  const pattern = new RegExp([...colours.keys()].join('|'), 'gi')
  return text => text.replaceAll(pattern, colour => colours.get(colour.toLowerCase()) ?? colour)
}
