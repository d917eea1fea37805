import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('tradesConcluded', 'five concluded; the failed one does not count', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 5,
})
