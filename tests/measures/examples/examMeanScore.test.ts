import { workedExample } from '../../support/example.ts'
import { fourPeople, threePapers } from '../../support/exampleRows.ts'

workedExample('examMeanScore', '88.5, 60 and 59.5', {
  rows: {
    staff: fourPeople,
    exams: threePapers,
  },
  period: '2012-09',
  value: 208 / 3,
  within: 1e-9,
  of: [208_000, 3],
})
