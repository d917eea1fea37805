import { workedExample } from '../../support/example.ts'
import { sixTrades } from '../../support/exampleRows.ts'

workedExample('landGain', '260 − 200 = 60 yuan', {
  rows: {
    trades: sixTrades,
  },
  period: '2012-09',
  value: 6000,
  coverage: { covered: 1, of: 1 },
})
