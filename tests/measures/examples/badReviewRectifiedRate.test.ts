import { workedExample } from '../../support/example.ts'
import { sevenAnswers } from '../../support/exampleRows.ts'

workedExample('badReviewRectifiedRate', 'the reply alone rectifies nothing', {
  rows: {
    feedback: sevenAnswers,
  },
  period: '2012-09',
  value: 0,
  of: [0, 2],
})
