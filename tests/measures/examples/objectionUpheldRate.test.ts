import { workedExample } from '../../support/example.ts'

workedExample('objectionUpheldRate', 'one of two decided; the third is pending', {
  rows: {
    objections: `
objectionCode,tradeCode,kind,day,answeredDay,result
1,A,objection,2012-09-03,2012-09-05,upheld
2,A,query,2012-09-04,2012-09-10,dismissed
3,B,complaint,2012-09-05,,pending
`,
  },
  period: '2012-09',
  value: 1 / 2,
  of: [1, 2],
})
