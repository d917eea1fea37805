import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('onTimeRate', 'A, C and D of five are in time', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 0.6,
  of: [3, 5],
  coverage: { covered: 5, of: 5 },
})
