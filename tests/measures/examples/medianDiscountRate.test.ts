import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('medianDiscountRate', 'the middle of −10 %, 2 % and 10 % is 2 %', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 0.02,
})
