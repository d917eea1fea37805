import { workedExample } from '../../support/example.ts'

workedExample('tradeCycleDays', '(10 + 20) / 2; C has no contract yet', {
  rows: {
    trades: `
tradeCode,name,category,announcedDay,concludedDay,contractedDay,outcome
A,甲,works,2012-08-30,2012-09-04,2012-09-09,concluded
B,乙,works,2012-08-30,2012-09-04,2012-09-19,concluded
C,丙,works,2012-08-30,2012-09-04,,concluded
`,
  },
  period: '2012-09',
  value: 15,
  of: [30, 2],
})
