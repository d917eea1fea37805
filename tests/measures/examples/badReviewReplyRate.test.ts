import { workedExample } from '../../support/example.ts'
import { sevenAnswers } from '../../support/exampleRows.ts'

workedExample('badReviewReplyRate', 'one of the two has a reply', {
  rows: {
    feedback: sevenAnswers,
  },
  period: '2012-09',
  value: 0.5,
  of: [1, 2],
})
