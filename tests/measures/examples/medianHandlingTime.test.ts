import { workedExample } from '../../support/example.ts'
import { workedCases } from '../../support/exampleRows.ts'

workedExample('medianHandlingTime', 'the middle of 1, 2 and 3 is 2', {
  rows: {
    cases: workedCases,
  },
  period: '2012-09',
  value: 2,
})
