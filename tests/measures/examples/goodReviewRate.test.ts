import { workedExample } from '../../support/example.ts'
import { sevenAnswers } from '../../support/exampleRows.ts'

workedExample('goodReviewRate', 'the default review counts as good: 3 of 5', {
  rows: {
    feedback: sevenAnswers,
  },
  period: '2012-09',
  value: 0.6,
  of: [3, 5],
})
