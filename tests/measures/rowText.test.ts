import { describe, expect, it } from 'vitest'
import { rowText } from '#measures'

const say = { language: 'zh', yes: '是' } as const

describe('values down a column of records', () => {
  it.each([
    ['milliPercent', [11_350, 15_100, 0, -12_940], ['11.35%', '15.10%', '0.00%', '-12.94%']],
    ['milliDays', [500, 2000, 12_500], ['0.5', '2.0', '12.5']],
    ['seconds', [86_400, 43_200], ['1.00', '0.50']],
  ] as const)('have the same decimals: %s', (shows, values, texts) => {
    expect(values.map(value => rowText(value, shows, say))).toEqual(texts)
  })

  it('are empty where nothing is known', () => {
    expect(rowText(null, 'milliPercent', say)).toBe('')
  })
})
