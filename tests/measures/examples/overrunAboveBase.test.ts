import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('overrunAboveBase', '5 yuan above the base; 10 + 6 − 5 = 11 is the saving', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 500,
  coverage: { covered: 3, of: 4 },
})
