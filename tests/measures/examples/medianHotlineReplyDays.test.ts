import { workedExample } from '../../support/example.ts'
import { calledBack } from '../../support/exampleRows.ts'

workedExample('medianHotlineReplyDays', 'the middle of two and four days', {
  rows: {
    feedback: calledBack,
  },
  period: '2012-09',
  value: 3,
})
