import { workedExample } from '../../support/example.ts'
import { tradeCycles } from '../../support/exampleRows.ts'

workedExample(
  'medianTradeCycle',
  '4, 5 and 10 working days: a weekend lies in B, two in C; the middle is 5',
  {
    rows: {
      trades: tradeCycles,
    },
    period: '2012-09',
    value: 5,
  },
)
