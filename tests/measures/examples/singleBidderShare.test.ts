import { workedExample } from '../../support/example.ts'
import { fiveTrades } from '../../support/exampleRows.ts'

workedExample('singleBidderShare', 'C of A, B and C; a single source is meant to have one', {
  rows: {
    trades: fiveTrades,
  },
  period: '2012-09',
  value: 1 / 3,
  of: [1, 3],
})
