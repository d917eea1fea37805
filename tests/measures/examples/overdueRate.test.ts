import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('overdueRate', 'B and E of five are late', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 0.4,
  of: [2, 5],
})
