import { workedExample } from '../../support/example.ts'

// A takes one working day, B two, C three; D is not a committed case. All are accepted at opening time.
workedExample('actualSpeedup', 'of 10 + 10 + 30 days of law, 44 were not needed', {
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
  value: 0.88,
  of: [44000, 50000],
  coverage: { covered: 3, of: 3 },
})
