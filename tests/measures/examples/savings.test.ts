import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('savings', '10 + 6 − 5 = 11 yuan; land is no saving', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 1100,
  coverage: { covered: 3, of: 4 },
})
