import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('tradeAmount', '90 + 294 + 55 + 260 = 699 yuan; the rate is left out and said so', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 69900,
  coverage: { covered: 4, of: 5 },
})
