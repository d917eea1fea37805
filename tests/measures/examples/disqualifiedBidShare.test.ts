import { workedExample } from '../../support/example.ts'

workedExample('disqualifiedBidShare', 'one of three handed in; the withdrawn one is none', {
  rows: {
    bids: `
tradeCode,bidder,day,status,amount
A,甲,2012-09-03,valid,100
A,乙,2012-09-03,disqualified,90
A,丙,2012-09-03,,95
A,丁,2012-09-03,withdrawn,80
`,
  },
  period: '2012-09',
  value: 1 / 3,
  of: [1, 3],
})
