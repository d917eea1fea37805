import { workedExample } from '../../support/example.ts'
import { fourPeople } from '../../support/exampleRows.ts'

workedExample(
  'leaveRate',
  '3 of 6 half-days due: away on duty is no leave, and absence without a kind neither',
  {
    rows: {
      staff: fourPeople,
      attendance: `
staff,day,due,attended,excused,leave
S1,2012-09-03,2,0,0,annual
S2,2012-09-03,2,1,0,personal
S1,2012-09-05,2,0,2,
S1,2012-09-04,2,1,0,
`,
    },
    period: '2012-09',
    value: 0.5,
    of: [3, 6],
  },
)
