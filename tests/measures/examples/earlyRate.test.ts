import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('earlyRate', 'of the committed C, D and E only C is early', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 1 / 3,
  of: [1, 3],
})
