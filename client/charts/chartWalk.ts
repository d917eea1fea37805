import type { ChartOption } from './echarts.ts'

/** An action on a chart that is operated by keyboard. */
interface Action {
  type: 'showTip' | 'hideTip'
  seriesIndex?: number
  dataIndex?: number
}

/** The result of a key: the index of the point, its text, the action on the chart, and what Enter picks. */
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

/** The text of a tooltip without its markup. */
function plainText(html: string): string {
  const lines = html.split('<br>').map(line => {
    const holder = document.createElement('textarea')
    holder.innerHTML = line
    return holder.value.trim()
  })
  return lines.filter(line => line !== '').join('，')
}

/** The tooltip text of each point, in order. */
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

/** The series with a point at an index; the last one is drawn on top. */
function seriesAt(option: ChartOption, at: number): number {
  const last = seriesOf(option).findLastIndex(({ data }) => (data?.[at] ?? null) !== null)
  return Math.max(0, last)
}

/** The name that a click on the point reports. */
function nameAt(option: ChartOption, at: number): string | undefined {
  const point = seriesOf(option)[seriesAt(option, at)]?.data?.[at] as { name?: string } | null | undefined
  if (typeof point === 'object' && point?.name) return point.name
  const axes = [...listed<object>(option.xAxis), ...listed<object>(option.yAxis)]
  const names = axes
    .map(axis => ('data' in axis ? (axis.data as string[]) : []))
    .find(data => data.length > 0)
  return names?.[at]
}

/** The index that a key leads to; null for keys that do not move. */
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
 * The effect of a key, given the index of the last point (-1 for none): arrows, Home and End move to another
 * point, Enter picks it as a click does, Escape hides the tooltip. Null for other keys, and for charts
 * without points.
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
