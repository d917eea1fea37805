import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('savingsRate', '11 of 450 yuan', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 1100 / 45000,
  of: [1100, 45000],
})
