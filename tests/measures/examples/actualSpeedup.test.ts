import { workedExample } from '../../support/example.ts'
import { workedCases } from '../../support/exampleRows.ts'

workedExample('actualSpeedup', 'of 10 + 10 + 30 days of law, 44 were not needed', {
  rows: {
    cases: workedCases,
  },
  period: '2012-09',
  value: 0.88,
  of: [44000, 50000],
  coverage: { covered: 3, of: 3 },
})
