import { beforeAll, describe, expect, it } from 'vitest'
import { ledgerMoney, ledgerUnit } from '../../client/trading/ledgerMoney.ts'
import { savedSoFar } from '../../client/trading/savedSoFar.ts'
import { i18n, loadPageWords } from '../../client/words/index.ts'
import { chinese, english } from '../support/printing.ts'

describe('amounts of the ledger', () => {
  it('stand in one unit, whatever their size, and none reads as nothing', () => {
    expect(ledgerUnit(chinese)).toBe('万元')
    expect(
      ['398450000', '2230000', '-45650000', '0', '100', null].map(amount => ledgerMoney(amount, chinese)),
    ).toEqual(['398.5', '2.2', '-45.7', '0.0', '0.0001', ''])
    // Figures say 0.46 million yuan: a ledger in millions of other decimals would seem to differ.
    expect(ledgerUnit(english)).toBe('yuan')
    expect(ledgerMoney('45650000', english)).toBe('456,500')
    expect(ledgerUnit({ ...chinese, currency: 'USD' })).toBe('万 USD')
  })
})

describe('a point of the chart of savings', () => {
  beforeAll(loadPageWords)
  const point = (to: string, value: number) => ({
    label: to.slice(0, 7),
    from: `${to.slice(0, 7)}-01`,
    to,
    figure: { value, numerator: null, n: null, coverage: null },
  })
  it('reads the day, both sums so far, the pace of the goal and what lacks to it', () => {
    const say = { t: i18n.global.t as (key: string) => string, ...chinese }
    const lines = {
      current: [point('2026-11-30', 1_891_000_000)],
      earlier: [point('2025-11-30', 2_292_700_000)],
      pace: [2_013_000_000],
    }
    expect(savedSoFar(lines, 0, say)).toEqual([
      '截至2026年11月30日',
      '本期累计 1,891 万元',
      '对比期累计 2,293 万元（截至2025年11月30日）',
      '目标进度 2,013 万元',
      '落后目标进度 122.0 万元',
    ])
    expect(savedSoFar(lines, 5, say)).toEqual([])
  })
})
