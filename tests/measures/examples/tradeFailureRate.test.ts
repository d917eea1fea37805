import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('tradeFailureRate', 'one of six that ended', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 1 / 6,
  of: [1, 6],
})
