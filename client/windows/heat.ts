import type { Answer, Measure } from '#measures'
import { figureOf } from '#measures'

/** Counts by weekday and hour: the rows and columns that have any, in order. */
interface Heat {
  weekdays: string[]
  hours: number[]
  most: number
  at: (weekday: string, hour: number) => number
  busiest: { weekday: string; hour: number; count: number } | null
}

/** The cells of an answer by weekday and hour as a complete table. */
export function heatOf(answer: Answer, measure: Measure): Heat {
  const counts = new Map<string, { weekday: string; hour: number; count: number }>()
  for (const cell of answer.current.totals) {
    const [weekday = '', hour = ''] = cell.members
    const count = figureOf(measure, cell.parts).value ?? 0
    if (weekday !== '' && hour !== '' && count > 0)
      counts.set(`${weekday} ${Number(hour)}`, { weekday, hour: Number(hour), count })
  }
  const all = [...counts.values()]
  const hours = all.map(cell => cell.hour)
  const [first, last] = hours.length > 0 ? [Math.min(...hours), Math.max(...hours)] : [0, -1]
  const busiest = all.toSorted((a, b) => b.count - a.count)[0] ?? null
  return {
    weekdays: [...new Set(all.map(cell => cell.weekday))].sort(),
    hours: Array.from({ length: last - first + 1 }, (_, index) => first + index),
    most: busiest?.count ?? 0,
    at: (weekday, hour) => counts.get(`${weekday} ${hour}`)?.count ?? 0,
    busiest,
  }
}
