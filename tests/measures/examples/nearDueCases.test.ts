import { workedExample } from '../../support/example.ts'

// From 09-03 the fifth working day is 09-10: A has one day left, B is done. C, two days later, still
// has three.
workedExample('nearDueCases', 'on the fifth working day a case of six has one left', {
  rows: {
    cases: `
caseNumber,item,receivedAt,acceptedAt,completedAt
A,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-14 08:00
B,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-07 17:00
C,TEN,2012-09-05 08:00,2012-09-05 08:00,
`,
  },
  period: '2012-09-01..2012-09-10',
  value: 1,
})
