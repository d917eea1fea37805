import { workedExample } from '../../support/example.ts'

workedExample('otherCurrencyTrades', 'one of two trades is in dollars, and so in no sum', {
  rows: {
    trades: `
tradeCode,name,category,base,award,currency,outcome,concludedDay
A,甲,works,100,90,CNY,concluded,2012-09-03
B,乙,works,100,90,usd,concluded,2012-09-03
`,
  },
  period: '2012-09',
  value: 1,
})
