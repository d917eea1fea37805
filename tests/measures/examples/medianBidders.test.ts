import { workedExample } from '../../support/example.ts'
import { fiveTrades } from '../../support/exampleRows.ts'

workedExample('medianBidders', 'of 1, 1, 3 and 5 bidders the middle of 1 and 3', {
  rows: {
    trades: fiveTrades,
  },
  period: '2012-09',
  value: 2,
})
