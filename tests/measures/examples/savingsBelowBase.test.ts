import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('savingsBelowBase', '10 + 6 = 16 yuan; the award above its base is no part of it', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 1600,
  coverage: { covered: 3, of: 4 },
})
