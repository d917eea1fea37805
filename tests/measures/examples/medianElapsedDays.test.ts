import { workedExample } from '../../support/example.ts'
import { elapsedCases } from '../../support/exampleRows.ts'

workedExample('medianElapsedDays', 'the middle of 1, 2 and 6 is 2', {
  rows: {
    cases: elapsedCases,
  },
  period: '2012-09',
  value: 2,
  coverage: { covered: 3, of: 4 },
})
