import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('peakTradesPerDay', 'two on 3 September (and on the 6th)', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 2,
})
