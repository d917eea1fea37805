import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('sameDayRate', 'only A is done on the day of acceptance', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 0.2,
  of: [1, 5],
})
