import { workedExample } from '../../support/example.ts'
import { sevenAnswers } from '../../support/exampleRows.ts'

workedExample('badReviews', 'one star and two stars', {
  rows: {
    feedback: sevenAnswers,
  },
  period: '2012-09',
  value: 2,
})
