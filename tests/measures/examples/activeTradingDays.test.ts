import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('activeTradingDays', '3, 5 and 6 September', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 3,
})
