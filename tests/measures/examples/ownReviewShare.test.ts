import { workedExample } from '../../support/example.ts'
import { sevenAnswers } from '../../support/exampleRows.ts'

workedExample('ownReviewShare', '4 of 5 were made by applicants', {
  rows: {
    feedback: sevenAnswers,
  },
  period: '2012-09',
  value: 0.8,
  of: [4, 5],
})
