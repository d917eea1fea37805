import { workedExample } from '../../support/example.ts'
import { twoMonths } from '../../support/exampleRows.ts'

workedExample('cohortCompletionRate', 'of C and D, accepted in September, C is done', {
  rows: {
    cases: twoMonths,
  },
  period: '2012-09',
  value: 0.5,
  of: [1, 2],
})
