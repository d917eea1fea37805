import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('savingsRateOnAward', '11 of 439 yuan', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 1100 / 43900,
  of: [1100, 43900],
})
