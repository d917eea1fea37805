import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('premiumRate', '60 of 200', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 0.3,
  of: [6000, 20000],
})
