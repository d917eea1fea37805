import type { ChartTheme } from '../charts/theme.ts'
import { themeFrom } from '../charts/theme.ts'

const themeOf = (element: Element): ChartTheme => {
  const style = getComputedStyle(element)
  return themeFrom(token => style.getPropertyValue(token))
}

/** The colours and the font of charts on paper, whatever the theme of the screen is. */
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

/** What gives a colour of the screen's theme as it is on paper, within any text such as that of an SVG. */
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
  const found = new RegExp([...colours.keys()].join('|'), 'gi')
  return text => text.replaceAll(found, colour => colours.get(colour.toLowerCase()) ?? colour)
}
