import { describe, expect, it } from 'vitest'
import { measures } from '#measures'
import { funnel, sizeTicks } from '../../client/charts/funnel.ts'
import { theme } from '../support/answerParts.ts'

describe('a funnel plot', () => {
  it.each([
    [[100, 5691], 3],
    [[380, 5420], 3],
    [[30, 900], 3],
    [[12, 60_000], 3],
    [[400, 900], 2],
  ])('names a few round sizes between %j', (sizes, least) => {
    const ticks = sizeTicks(sizes)
    expect(ticks.length).toBeGreaterThanOrEqual(least)
    expect(ticks.length).toBeLessThanOrEqual(4)
    expect(ticks.every(tick => tick >= sizes[0]! && tick <= sizes[1]!)).toBe(true)
  })

  it('draws labels above its limits, on the colour of their ground', () => {
    const option = funnel(
      {
        measure: measures.instantCaseShare,
        members: [
          { code: 'A', name: '甲', n: 1000, value: 0.99, verdict: 'better' },
          { code: 'B', name: '乙', n: 900, value: 0.7, verdict: 'usual' },
        ],
        theta: 0.75,
        tau2: 0.01,
        printing: { language: 'zh', currency: 'CNY' },
        words: { hall: '全厅', n: '样本数', verdict: { usual: '', better: '好于全厅', worse: '差于全厅' } },
      },
      theme,
    ) as { series: { id: string; z?: number; data: { label?: Record<string, unknown> }[] }[] }
    const members = option.series.find(({ id }) => id === 'members')
    // Lines are drawn at 3 where nothing else is said.
    expect(members?.z).toBeGreaterThan(3)
    expect(members?.data[0]?.label).toMatchObject({ textBorderColor: theme.panel })
  })
})
