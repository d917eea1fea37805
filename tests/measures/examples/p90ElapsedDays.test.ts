import { workedExample } from '../../support/example.ts'

// A, B and C take 1, 2 and 6 calendar days. X ends before it starts: it is counted, but in no duration.
workedExample('p90ElapsedDays', 'nine tenths of 1, 2 and 6 are within 6, within the bins', {
  rows: {
    cases: `
caseNumber,receivedAt,completedAt
A,2012-09-01 00:00,2012-09-02 00:00
B,2012-09-01 00:00,2012-09-03 00:00
C,2012-09-01 00:00,2012-09-07 00:00
X,2012-09-05 00:00,2012-09-04 00:00
`,
  },
  period: '2012-09',
  value: 6,
  within: 0.12,
  coverage: { covered: 3, of: 4 },
})
