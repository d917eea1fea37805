import { workedExample } from '../../support/example.ts'

workedExample('switchedShare', 'of two later rounds that were concluded, one became a negotiation', {
  rows: {
    trades: `
tradeCode,name,category,method,round,outcome,concludedDay
A,甲,works,openTender,2,concluded,2012-09-03
B,乙,procurement,negotiation,2,concluded,2012-09-03
C,丙,procurement,negotiation,1,concluded,2012-09-03
D,丁,procurement,negotiation,2,annulled,2012-09-03
`,
  },
  period: '2012-09',
  value: 1 / 2,
  of: [1, 2],
})
