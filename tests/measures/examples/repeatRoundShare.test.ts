import { workedExample } from '../../support/example.ts'
import { fiveTrades } from '../../support/exampleRows.ts'

workedExample('repeatRoundShare', 'B and E of five', {
  rows: {
    trades: fiveTrades,
  },
  period: '2012-09',
  value: 2 / 5,
  of: [2, 5],
})
