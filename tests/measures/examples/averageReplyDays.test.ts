import { workedExample } from '../../support/example.ts'
import { threeMessages } from '../../support/exampleRows.ts'

workedExample('averageReplyDays', '(1 + 4) / 2; what waits for its reply is not in it', {
  rows: {
    feedback: threeMessages,
  },
  period: '2012-09',
  value: 2.5,
})
