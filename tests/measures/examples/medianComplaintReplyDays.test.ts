import { workedExample } from '../../support/example.ts'
import { sevenAnswers } from '../../support/exampleRows.ts'

workedExample('medianComplaintReplyDays', 'the one that was answered took four days', {
  rows: {
    feedback: sevenAnswers,
  },
  period: '2012-09',
  value: 4,
})
