import { workedExample } from '../../support/example.ts'

// Two banners and a letter at two windows in September, a third banner in October. Review 8 was made by the system.
workedExample('tradeIntegrityComplaintRate', 'one complaint about integrity for five trades; the one about service is another matter', {
  rows: {
    feedback: `
feedbackCode,kind,subject,window,level,ownReview,givenDay
1,banner,service,W1,,,2012-09-03
2,banner,service,W1,,,2012-09-04
3,letter,service,W2,,,2012-09-05
4,complaint,service,W3,,,2012-09-06
5,complaint,integrity,,,,2012-09-06
6,hotline,service,W3,,,2012-09-07
7,review,service,W1,5,1,2012-09-10
8,review,service,W1,5,0,2012-09-10
9,review,service,W1,2,1,2012-09-10
10,banner,service,W3,,,2012-10-08
`,
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
  value: 0.2,
  of: [1, 5],
})
