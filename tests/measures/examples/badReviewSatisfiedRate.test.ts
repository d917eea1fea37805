import { workedExample } from '../../support/example.ts'
import { calledBack } from '../../support/exampleRows.ts'

workedExample('badReviewSatisfiedRate', 'one of the two who were called back is satisfied', {
  rows: {
    feedback: calledBack,
  },
  period: '2012-09',
  value: 0.5,
  of: [1, 2],
})
