import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writtenAmount } from '../../server/intake/rows/moneyText.ts'
import { fenOf } from '../../server/intake/rows/parseField.ts'

describe('amounts as they are written', () => {
  it.each([
    ['1200000', 120_000_000],
    ['1,200,000.00', 120_000_000],
    ['1，200，000', 120_000_000],
    ['￥1200000', 120_000_000],
    ['人民币1200000元', 120_000_000],
    ['1200000元整', 120_000_000],
    ['120万元', 120_000_000],
    ['120 万', 120_000_000],
    ['0.012亿元', 120_000_000],
    ['１２０００００', 120_000_000],
    ['120000000分', 120_000_000],
    ['1.200.000,00', 120_000_000],
    ['1234,56', 123_456],
    ['120,0000', 120_000_000],
    ['-1200', -120_000],
    ['1200-', -120_000],
    ['(1,200.00)', -120_000],
    ['-￥1,200', -120_000],
    ['+5', 500],
    ['0', 0],
  ])('%s is %d fen', (text, fen) => expect(fenOf(text, 'yuan')?.value).toBe(fen))

  it('a unit in the cell counts before that of the column', () => {
    expect(fenOf('120', 'wan')?.value).toBe(120_000_000)
    expect(fenOf('120元', 'wan')?.value).toBe(12_000)
  })

  it.each(['面议', '1.23E+07', '1,23,456', '', '元', '1 2 3 4 x', '50%', '--', '12.3.4', '1,234,56.7'])(
    '%s is no amount',
    text => expect(writtenAmount(text)).toBeNull(),
  )

  it('reads back every amount however it is grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), fen => {
        const plain = (fen / 100).toFixed(2)
        const grouped = (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })
        const german = (fen / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 })
        for (const text of [plain, grouped, german, `${grouped}元`])
          expect(fenOf(text, 'yuan')?.value, text).toBe(fen === 0 ? 0 : fen)
      }),
    )
  })
})
