import { workedExample } from '../../support/example.ts'
import { fourPeople } from '../../support/exampleRows.ts'

workedExample('leaveHalfDays', 'a day of annual leave and a morning of personal leave', {
  rows: {
    staff: fourPeople,
    attendance: `
staff,day,due,attended,excused,leave
S1,2012-09-03,2,0,0,annual
S2,2012-09-03,2,1,0,personal
S1,2012-09-04,2,1,0,
`,
  },
  period: '2012-09',
  value: 3,
})
