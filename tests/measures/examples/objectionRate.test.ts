import { workedExample } from '../../support/example.ts'
import { fiveTrades } from '../../support/exampleRows.ts'

workedExample('objectionRate', 'three against five procedures that ended: sixty a hundred', {
  rows: {
    trades: fiveTrades,
    objections: `
objectionCode,tradeCode,kind,day,answeredDay,result
1,A,objection,2012-09-03,2012-09-05,upheld
2,A,query,2012-09-04,2012-09-10,dismissed
3,B,complaint,2012-09-05,,pending
`,
  },
  period: '2012-09',
  value: 60,
})
