import { workedExample } from '../../support/example.ts'

workedExample(
  'tradeAmountByCurrency',
  'two trades in dollars of 90.50 and 10, asked for dollars alone; the one in yuan is not among them',
  {
    rows: {
      trades: `
tradeCode,name,category,base,award,currency,outcome,concludedDay
A,甲,works,100,90.50,USD,concluded,2012-09-03
B,乙,works,100,10,USD,concluded,2012-09-04
C,丙,works,100,80,CNY,concluded,2012-09-04
`,
    },
    period: '2012-09',
    filters: [{ dimension: 'currency', in: ['USD'] }],
    value: 10050,
  },
)
