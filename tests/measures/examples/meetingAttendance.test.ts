import { workedExample } from '../../support/example.ts'
import { fourMeetings } from '../../support/exampleRows.ts'

workedExample('meetingAttendance', '200 of 220 came; the lecture kept no list and counts for neither', {
  rows: {
    meetings: fourMeetings,
  },
  period: '2012-09',
  value: 200 / 220,
  of: [200, 220],
})
