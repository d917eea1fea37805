import { workedExample } from '../../support/example.ts'
import { fourPeople, threePapers } from '../../support/exampleRows.ts'

workedExample('examPassRate', '2 of 3 papers reach their pass mark', {
  rows: {
    staff: fourPeople,
    exams: threePapers,
  },
  period: '2012-09',
  value: 2 / 3,
  of: [2, 3],
})
