import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('tradesPerActiveDay', 'five on three days', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 5 / 3,
  of: [5, 3],
})
