import { workedExample } from '../../support/example.ts'

// Two banners and a letter at two windows in September, a third banner in October. Review 8 was made by the system.
workedExample('ownGoodReviewRate', 'one of the two own reviews is good; the automatic one is not counted', {
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
  },
  period: '2012-09',
  value: 0.5,
  of: [1, 2],
  coverage: { covered: 2, of: 3 },
})
