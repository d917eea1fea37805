import { workedExample } from '../../support/example.ts'

workedExample('shortDocumentShare', 'A had four days, B five; C does not say', {
  rows: {
    trades: `
tradeCode,name,category,documentDays,outcome,concludedDay
A,甲,works,4,concluded,2012-09-03
B,乙,works,5,concluded,2012-09-03
C,丙,works,,concluded,2012-09-03
`,
  },
  period: '2012-09',
  value: 1 / 2,
  of: [1, 2],
})
