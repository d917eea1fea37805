import { workedExample } from '../../support/example.ts'
import { sevenAnswers } from '../../support/exampleRows.ts'

workedExample('p90ComplaintReplyDays', 'nine tenths of one are that one', {
  rows: {
    feedback: sevenAnswers,
  },
  period: '2012-09',
  value: 4,
})
