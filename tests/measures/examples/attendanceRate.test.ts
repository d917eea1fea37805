import { workedExample } from '../../support/example.ts'
import { fourPeople, threeDays } from '../../support/exampleRows.ts'

workedExample('attendanceRate', '4 of 5 half-days due: leave on duty is not absence', {
  rows: {
    staff: fourPeople,
    attendance: threeDays,
  },
  period: '2012-09',
  value: 0.8,
  of: [4, 5],
})
