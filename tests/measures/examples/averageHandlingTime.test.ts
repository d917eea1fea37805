import { workedExample } from '../../support/example.ts'
import { workedCases } from '../../support/exampleRows.ts'

workedExample('averageHandlingTime', '(1 + 2 + 3) / 3 = 2', {
  rows: {
    cases: workedCases,
  },
  period: '2012-09',
  value: 2,
  of: [6000, 3],
})
