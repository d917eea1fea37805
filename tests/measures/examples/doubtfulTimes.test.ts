import { workedExample } from '../../support/example.ts'
import { elapsedCases } from '../../support/exampleRows.ts'

workedExample('doubtfulTimes', 'one of four ends before it starts', {
  rows: {
    cases: elapsedCases,
  },
  period: '2012-09',
  value: 1,
  coverage: { covered: 1, of: 4 },
})
