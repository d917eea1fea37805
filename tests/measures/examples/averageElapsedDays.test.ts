import { workedExample } from '../../support/example.ts'
import { elapsedCases } from '../../support/exampleRows.ts'

workedExample('averageElapsedDays', '(1 + 2 + 6) / 3 = 3; the doubtful one is left out', {
  rows: {
    cases: elapsedCases,
  },
  period: '2012-09',
  value: 3,
  coverage: { covered: 3, of: 4 },
})
