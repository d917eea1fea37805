import { workedExample } from '../../support/example.ts'
import { fiveTrades } from '../../support/exampleRows.ts'

workedExample('tradeBase', 'four of a hundred yuan each; what failed is no base', {
  rows: {
    trades: fiveTrades,
  },
  period: '2012-09',
  value: 40_000,
})
