import { workedExample } from '../../support/example.ts'
import { threeMessages } from '../../support/exampleRows.ts'

workedExample('hotlineReplyRate', 'two of three calls were answered', {
  rows: {
    feedback: threeMessages,
  },
  period: '2012-09',
  value: 2 / 3,
  of: [2, 3],
})
