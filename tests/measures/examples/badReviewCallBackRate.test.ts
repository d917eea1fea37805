import { workedExample } from '../../support/example.ts'
import { calledBack } from '../../support/exampleRows.ts'

workedExample('badReviewCallBackRate', 'two of the three were called back', {
  rows: {
    feedback: calledBack,
  },
  period: '2012-09',
  value: 2 / 3,
  of: [2, 3],
})
