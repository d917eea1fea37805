import { workedExample } from '../../support/example.ts'
import { threeRules } from '../../support/exampleRows.ts'

workedExample('hallRules', 'H2 comes later', {
  rows: {
    regulations: threeRules,
  },
  period: '2012-09',
  value: 1,
})
