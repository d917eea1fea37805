import { workedExample } from '../../support/example.ts'
import { fiveTrades } from '../../support/exampleRows.ts'

workedExample('exactlyThreeShare', 'A alone, of the four concluded', {
  rows: {
    trades: fiveTrades,
  },
  period: '2012-09',
  value: 1 / 4,
  of: [1, 4],
})
