import { workedExample } from '../../support/example.ts'
import { calledBack } from '../../support/exampleRows.ts'

workedExample('hotlineReplyDays', 'two days and four days; the open call counts for nothing', {
  rows: {
    feedback: calledBack,
  },
  period: '2012-09',
  value: 3,
  of: [6, 2],
})
