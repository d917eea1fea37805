import { workedExample } from '../../support/example.ts'

// C and D are accepted in September; A, B and C are completed in it.
workedExample('cohortCompletionRate', 'of C and D, accepted in September, C is done', {
  rows: {
    cases: `
caseNumber,receivedAt,acceptedAt,completedAt
A,2012-08-30 09:00,2012-08-30 09:00,2012-09-03 09:00
B,2012-08-31 09:00,2012-08-31 09:00,2012-09-04 09:00
C,2012-09-03 09:00,2012-09-03 09:00,2012-09-05 09:00
D,2012-09-04 09:00,2012-09-04 09:00,
`,
  },
  period: '2012-09',
  value: 0.5,
  of: [1, 2],
})
