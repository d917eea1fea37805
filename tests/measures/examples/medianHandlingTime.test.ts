import { workedExample } from '../../support/example.ts'

// A takes one working day, B two, C three; D is not a committed case. All are accepted at opening time.
workedExample('medianHandlingTime', 'the middle of 1, 2 and 3 is 2, within the bins', {
  rows: {
    cases: `
caseNumber,item,acceptedAt,completedAt
A,TEN,2012-09-03 08:00,2012-09-04 08:00
B,TEN,2012-09-03 08:00,2012-09-05 08:00
C,THIRTY,2012-09-03 08:00,2012-09-06 08:00
D,NOW,2012-09-03 08:00,2012-09-10 08:00
`,
  },
  period: '2012-09',
  value: 2,
  within: 0.04,
})
