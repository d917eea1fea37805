import { workedExample } from '../../support/example.ts'
import { tradeCycles } from '../../support/exampleRows.ts'

workedExample('p90TradeCycle', '4, 5 and 10 working days: nine of ten are within 10', {
  rows: {
    trades: tradeCycles,
  },
  period: '2012-09',
  value: 10,
})
