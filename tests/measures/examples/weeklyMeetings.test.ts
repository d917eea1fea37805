import { workedExample } from '../../support/example.ts'
import { fourMeetings } from '../../support/exampleRows.ts'

workedExample('weeklyMeetings', 'two weekly meetings; the lecture is another matter', {
  rows: {
    meetings: fourMeetings,
  },
  period: '2012-09',
  value: 2,
})
