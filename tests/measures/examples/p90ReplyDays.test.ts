import { workedExample } from '../../support/example.ts'
import { threeMessages } from '../../support/exampleRows.ts'

workedExample('p90ReplyDays', 'nine tenths of 1 and 4 days are within 4', {
  rows: {
    feedback: threeMessages,
  },
  period: '2012-09',
  value: 4,
})
