import { describe, expect, it } from 'vitest'
import { topicsOf } from '../../client/feedback/topics.ts'

describe('the wordings that texts share', () => {
  it('are counted once a text, the longest piece for the others', () => {
    const texts = ['排队时间较长', '窗口排队时间太长，排队时间', '态度生硬', '窗口态度生硬']
    expect(topicsOf(texts, 10).map(({ words, count }) => [words, count])).toEqual([
      ['态度生硬', 2],
      ['排队时间', 2],
      ['窗口', 2],
    ])
  })

  it('are as long as the texts share them, and none is a piece of another', () => {
    const texts = ['建议增设自助终端', '请问能否建议增设自助终端', '咨询进度', '咨询进度']
    expect(topicsOf(texts, 10).map(({ words }) => words)).toEqual(['咨询进度', '建议增设自助终端'])
  })

  it('are whole: neither a word nor the end of a clause is cut off', () => {
    const texts = ['材料要求前后说法不一', '窗口材料要求前后说法不一', '材料要求前后说法不一，请答复']
    expect(topicsOf(texts, 1).map(({ words }) => words)).toEqual(['材料要求前后说法不一'])
    expect(topicsOf(['办税厅排队久', '办税厅人手少'], 5).map(({ words }) => words)).not.toContain('税厅')
  })

  it('come with one of their texts', () => {
    expect(topicsOf(['系统故障', '又是系统故障'], 1)).toEqual([
      { words: '系统故障', count: 2, example: '系统故障' },
    ])
  })

  it('are none where no text repeats another', () => {
    expect(topicsOf(['甲乙丙丁', '戊己庚辛'], 5)).toEqual([])
    expect(topicsOf([], 5)).toEqual([])
  })
})
