import { workedExample } from '../../support/example.ts'
import { sevenAnswers } from '../../support/exampleRows.ts'

workedExample('complaintReplyDays', 'answered after four days; the open one counts for nothing', {
  rows: {
    feedback: sevenAnswers,
  },
  period: '2012-09',
  value: 4,
  of: [4, 1],
})
