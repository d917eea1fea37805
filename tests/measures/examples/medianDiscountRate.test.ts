import { workedExample } from '../../support/example.ts'

// Money in yuan; parts in 分. A saves 10 of 100, B 6 of 300, C costs 5 more than its 50 (kept, not clipped). D is land,
// which gains 60 over 200 and saves nothing. E is priced by rate, F failed: neither has a saving.
workedExample('medianDiscountRate', 'the middle of −10 %, 2 % and 10 % is 2 %, within the bins', {
  rows: {
    trades: `
tradeCode,name,category,priceForm,base,award,outcome,bidders,round,concludedDay
A,工程甲,works,amount,100.00,90.00,concluded,3,1,2012-09-03
B,采购乙,procurement,amount,300.00,294.00,concluded,5,1,2012-09-03
C,采购丙,procurement,amount,50.00,55.00,concluded,4,1,2012-09-05
D,土地丁,land,amount,200.00,260.00,concluded,2,1,2012-09-06
E,监理戊,works,rate,,,concluded,3,1,2012-09-06
F,工程己,works,amount,80.00,,tooFewBidders,2,1,2012-09-07
`,
  },
  period: '2012-09',
  value: 0.02,
  within: 0.0004,
})
