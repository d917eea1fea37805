import { workedExample } from '../../support/example.ts'
import { threeMessages } from '../../support/exampleRows.ts'

workedExample(
  'medianReplyDays',
  'the middle of 1 and 4 days is between them; what waits counts for nothing',
  {
    rows: {
      feedback: threeMessages,
    },
    period: '2012-09',
    value: 2.5,
  },
)
