import { workedExample } from '../../support/example.ts'

workedExample(
  'featuredServiceRepeat',
  '2 of 5 people had come before; a record that does not say is left out',
  {
    rows: {
      serviceEvents: `
eventCode,kind,window,people,returning,day
1,agriculture,W1,3,2,2012-09-03
2,marriage,W1,2,0,2012-09-04
3,banking,W1,9,,2012-09-05
4,townshipVisit,W2,40,5,2012-09-10
`,
    },
    period: '2012-09',
    value: 0.4,
    of: [2, 5],
  },
)
