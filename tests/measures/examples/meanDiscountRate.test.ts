import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('meanDiscountRate', '(10 % + 2 % − 10 %) / 3, not the pooled 2.4 %', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 0.02 / 3,
  within: 1e-9,
})
