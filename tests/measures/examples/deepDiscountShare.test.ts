import { workedExample } from '../../support/example.ts'
import { fiveTrades } from '../../support/exampleRows.ts'

workedExample('deepDiscountShare', 'A of four: thirty per cent exactly is not above thirty', {
  rows: {
    trades: fiveTrades,
  },
  period: '2012-09',
  value: 1 / 4,
  of: [1, 4],
})
