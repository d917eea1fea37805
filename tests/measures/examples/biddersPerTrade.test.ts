import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('biddersPerTrade', '(3 + 5 + 4 + 2 + 3) / 5', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 3.4,
  of: [17, 5],
})
