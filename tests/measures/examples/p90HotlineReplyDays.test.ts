import { workedExample } from '../../support/example.ts'
import { calledBack } from '../../support/exampleRows.ts'

workedExample('p90HotlineReplyDays', 'nine tenths of two and four days are within four', {
  rows: {
    feedback: calledBack,
  },
  period: '2012-09',
  value: 4,
})
