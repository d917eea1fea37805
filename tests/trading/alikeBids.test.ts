import type { Procedure } from '../../server/trading/signals/index.ts'
import { expect, it } from 'vitest'
import { publishedFindings } from '../../server/trading/publishedFindings.ts'

const bid = (name: string, amount: number) => ({
  status: 'valid' as const,
  tenderers: [name],
  amount,
  currency: 'hall',
  at: null,
})
const procedure: Procedure = {
  id: 'T-1',
  method: null,
  methodDetails: null,
  cancelled: false,
  start: null,
  end: null,
  tenderers: 3,
  buyer: null,
  procuringEntity: null,
  bids: [bid('甲公司', 12_600_000), bid('乙公司', 12_600_000), bid('丙公司', 13_000_000)],
  awards: [],
}

it('tells of equal prices who offered them, and which', () => {
  const found = publishedFindings([procedure], { nameOf: () => '道路工程', currency: 'CNY' })
  const alike = found.find(({ id }) => id === 'R028')
  expect(alike?.findings).toEqual([
    {
      subject: '道路工程',
      value: 1,
      note: { zh: '甲公司、乙公司同报 12.6 万元', en: '甲公司, 乙公司: each 0.13 million yuan' },
      trades: ['T-1'],
    },
  ])
})

it('states its rules in words, and keeps the published limit apart', () => {
  const found = publishedFindings([procedure], { nameOf: () => '', currency: 'CNY' })
  expect(found.filter(({ formula }) => /IQR/.test(formula.zh + formula.en))).toEqual([])
  expect(found.find(({ id }) => id === 'R058')?.limit).toBe('≥ Q3 + 1.5 × IQR')
})
