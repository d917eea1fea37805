import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('instantCaseShare', 'A and B of six received are of the instant type', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 2 / 6,
  of: [2, 6],
})
