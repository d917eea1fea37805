import { workedExample } from '../../support/example.ts'

// A is done on the spot, B the next day (late: an instant case is due the same day). C, D, E may take 6 working days
// (until 09-11): C early, D on the last day, E late. F is received after closing on 09-28, accepted after the holiday.
workedExample('openCases', 'on 5 September D and E are open', {
  rows: {
    cases: `
caseNumber,item,receivedAt,acceptedAt,completedAt
A,NOW,2012-09-03 09:00,2012-09-03 09:00,2012-09-03 09:20
B,NOW,2012-09-03 10:00,2012-09-03 10:00,2012-09-04 08:30
C,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-05 08:00
D,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-11 10:00
E,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-12 08:00
F,THIRTY,2012-09-28 17:45,2012-10-08 08:00,
`,
  },
  period: '2012-09-01..2012-09-05',
  value: 2,
})
