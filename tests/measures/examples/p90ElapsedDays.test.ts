import { workedExample } from '../../support/example.ts'
import { elapsedCases } from '../../support/exampleRows.ts'

workedExample('p90ElapsedDays', 'nine tenths of 1, 2 and 6 are within 6', {
  rows: {
    cases: elapsedCases,
  },
  period: '2012-09',
  value: 6,
  coverage: { covered: 3, of: 4 },
})
