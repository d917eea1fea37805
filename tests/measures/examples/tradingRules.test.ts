import { workedExample } from '../../support/example.ts'
import { threeRules } from '../../support/exampleRows.ts'

workedExample('tradingRules', 'one trading rule', {
  rows: {
    regulations: threeRules,
  },
  period: '2012-09',
  value: 1,
})
