import type { Answer, Goal } from '#measures'
import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { goalLine } from '../../client/wall/goalLine.ts'
import { wallLines } from '../../client/wall/wallLines.ts'

const printing = { language: 'zh', currency: 'CNY' } as const
const labels = ['2026-01', '2026-02', '2026-03']

describe('the line of a goal', () => {
  const goal = {
    measure: 'savings',
    unit: null,
    window: null,
    from: '2026-01-01',
    to: '2026-12-31',
    value: 365e4,
  }
  const answerOf = (filters: readonly object[]) =>
    ({
      question: { filters },
      current: {
        from: '2026-01-01',
        to: '2026-03-31',
        buckets: [{ to: '2026-01-31' }, { to: '2026-02-28' }, { to: '2026-03-31' }],
      },
    }) as unknown as Answer
  const goals = [goal as Goal]

  it('is the share of a running sum that its time has passed', () => {
    const line = goalLine('savings', answerOf([]), { goals, running: true })
    expect(line?.points).toEqual([31e4, 59e4, 90e4])
    expect(line?.text({ language: 'zh', currency: 'CNY' })).toBe('9,000 元')
  })

  it('is none of a sum by the bucket, of a part of the hall, and where no goal was set', () => {
    expect(goalLine('savings', answerOf([]), { goals, running: false })).toBeNull()
    expect(goalLine('savings', answerOf([{}]), { goals, running: true })).toBeNull()
    expect(goalLine('onTimeRate', answerOf([]), { goals, running: true })).toBeNull()
  })
})

describe('the axis of the wall', () => {
  it('has round values with their unit, beside the lines and not on them', () => {
    const fen = [200e6, 900e6, 1888e6]
    const { ticks, from, current } = wallLines(fen, [300e6, 1000e6, 2292e6], {
      labels,
      measure: measures.savings,
      printing,
    })
    expect(ticks.map(({ text }) => text)).toEqual(['0', '1,000 万元', '2,000 万元', '3,000 万元'])
    expect(from).toBeGreaterThan(150)
    expect(Number(current[0]?.split(',')[0])).toBeCloseTo(from, 0)
  })

  it('has a point for each known figure, by its place', () => {
    const { points, last } = wallLines([1, null, 3], [], { labels, measure: measures.banners, printing })
    expect(points.map(({ at }) => at)).toEqual([0, 2])
    expect(points.at(-1)).toEqual({ ...last, at: 2 })
  })

  it('counts whole things in whole steps', () => {
    const { ticks } = wallLines([0, 1, 1], [], { labels, measure: measures.banners, printing })
    expect(ticks.map(({ text }) => text)).toEqual(['0', '1 面'])
  })

  it('shows how shares differ, and none above the whole', () => {
    const { ticks } = wallLines([0.985, 0.991, 0.997], [], { labels, measure: measures.onTimeRate, printing })
    expect(ticks.map(({ text }) => text)).toEqual(['98.5%', '99%', '99.5%', '100%'])
  })

  it('prints every tick of a share with the value at which it stands', () => {
    const { ticks } = wallLines([0.9941, 0.9965], [], {
      labels,
      measure: measures.onTimeRate,
      printing,
      goal: [0.99, 0.99],
    })
    expect(ticks.map(({ text }) => text)).toEqual(['99%', '99.5%', '100%'])
  })

  it('draws the goal within the chart, and names months as many as have room', () => {
    const points = Array.from({ length: 12 }, (_, month) => 100 * (month + 1))
    const months = points.map((_, month) => `2026-${String(month + 1).padStart(2, '0')}`)
    const axis = {
      labels: months,
      measure: measures.casesAccepted,
      printing,
      goal: points.map(value => value * 3),
    }
    const wide = wallLines(points, [], axis)
    const narrow = wallLines(points, [], { ...axis, box: { width: 360, height: 240, em: 30 } })
    expect(wide.goal).toHaveLength(1)
    const heights = wide.goal[0]?.split(' ').map(point => Number(point.split(',')[1])) ?? []
    expect(Math.min(...heights)).toBeGreaterThan(0)
    expect(narrow.labels.length).toBeLessThan(wide.labels.length)
    expect(Math.max(...narrow.labels.map(({ x }) => x))).toBeLessThanOrEqual(360)
  })

  it('names each line beside its end, a line of type apart, and leaves room for the names', () => {
    const names = { current: '本期', earlier: '对比期', goal: '目标进度' }
    const axis = { labels, measure: measures.banners, printing, goal: [1, 2, 3], names }
    const { ends, to } = wallLines([1, 2, 3], [1, 2, 3], axis)
    expect(ends.map(end => end.text).toSorted()).toEqual(['对比期', '本期', '目标进度'])
    const heights = ends.map(end => end.y).toSorted((a, b) => a - b)
    expect(heights.slice(1).every((y, place) => y - (heights[place] ?? 0) >= 36)).toBe(true)
    expect(to + 4 * 36).toBeLessThan(1000)
    expect(wallLines([1, null], [], { ...axis, goal: [] }).ends.map(end => end.kind)).toEqual(['current'])
  })

  it('has no ticks where nothing is known', () => {
    expect(wallLines([null, null], [], { labels, measure: measures.banners, printing }).ticks).toEqual([])
  })
})
