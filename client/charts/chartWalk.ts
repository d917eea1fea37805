import type { ChartOption } from './echarts.ts'

/** What can be done with a chart that is walked through by keys. */
interface Action {
  type: 'showTip' | 'hideTip'
  seriesIndex?: number
  dataIndex?: number
}

/** Where a key led: the place of a point, its words, what the chart shows, and what Enter picks there. */
interface Step {
  at: number
  text: string
  action?: Action
  pick?: string
}

interface Series {
  data?: readonly unknown[]
}

const listed = <T>(value: unknown): T[] => (Array.isArray(value) ? value : value ? [value] : []) as T[]

const seriesOf = (option: ChartOption): Series[] => listed<Series>(option.series)

/** The words of a tooltip, without its markup. */
function plainText(html: string): string {
  const lines = html.split('<br>').map(line => {
    const holder = document.createElement('textarea')
    holder.innerHTML = line
    return holder.value.trim()
  })
  return lines.filter(line => line !== '').join('，')
}

/** What a chart says of each of its points, in their order: the words of its tooltip. */
export function pointTexts(option: ChartOption): string[] {
  const [tooltip] = listed<{ formatter?: unknown }>(option.tooltip)
  const format = tooltip?.formatter
  if (typeof format !== 'function') return []
  const longest = Math.max(0, ...seriesOf(option).map(({ data }) => data?.length ?? 0))
  const texts = Array.from({ length: longest }, (_, dataIndex) =>
    plainText(String((format as (point: object) => unknown)({ dataIndex }))),
  )
  return texts.slice(0, texts.findLastIndex(text => text !== '') + 1)
}

/** The series that has a point at a place; the last one lies on top. */
function seriesAt(option: ChartOption, at: number): number {
  const last = seriesOf(option).findLastIndex(({ data }) => (data?.[at] ?? null) !== null)
  return Math.max(0, last)
}

/** The name by which a click on the point would pick it. */
function nameAt(option: ChartOption, at: number): string | undefined {
  const point = seriesOf(option)[seriesAt(option, at)]?.data?.[at] as { name?: string } | null | undefined
  if (typeof point === 'object' && point?.name) return point.name
  const axes = [...listed<object>(option.xAxis), ...listed<object>(option.yAxis)]
  const names = axes
    .map(axis => ('data' in axis ? (axis.data as string[]) : []))
    .find(data => data.length > 0)
  return names?.[at]
}

/** The place that a key leads to from another; null for a key that does not walk. */
function placeAfter(key: string, at: number, last: number): number | null {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return Math.min(last, at + 1)
    case 'ArrowLeft':
    case 'ArrowUp':
      return Math.max(0, at - 1)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}

/**
 * What a key does on a chart on which the point at a place was read last, -1 for none: arrows, Home and End
 * read another one, Enter picks it as a click does, Escape hides its tooltip. Null for other keys, and where
 * there is nothing to read.
 */
export function stepOf(option: ChartOption, key: string, at: number): Step | null {
  const texts = pointTexts(option)
  if (texts.length === 0) return null
  if (key === 'Escape') return at < 0 ? null : { at: -1, text: '', action: { type: 'hideTip' } }
  if (key === 'Enter') {
    const pick = nameAt(option, at)
    return at < 0 || !pick ? null : { at, text: texts[at] ?? '', pick }
  }
  const place = placeAfter(key, at, texts.length - 1)
  if (place === null) return null
  const action: Action = { type: 'showTip', seriesIndex: seriesAt(option, place), dataIndex: place }
  return { at: place, text: texts[place] ?? '', action }
}
