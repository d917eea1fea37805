import { workedExample } from '../../support/example.ts'

// All three are due at 24:00 on 2012-09-11, the sixth working day after 09-03. On 09-13 A and C are
// still open.
workedExample(
  'overdueOpenCases',
  'a case due on 09-11 and still open on 09-13 is overdue; one done on its last day is not',
  {
    rows: {
      cases: `
caseNumber,item,receivedAt,acceptedAt,completedAt
A,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-14 08:00
B,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-11 17:00
C,TEN,2012-09-03 08:00,2012-09-03 08:00,
`,
    },
    period: '2012-09-01..2012-09-13',
    value: 2,
  },
)
