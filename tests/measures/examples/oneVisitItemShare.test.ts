import { workedExample } from '../../support/example.ts'

workedExample(
  'oneVisitItemShare',
  'of two new items with known visits one needs two; the small hall says nothing of its four',
  {
    rows: {
      items: `
item,name,unit,window,type,visits,validFrom
ONCE,跑一次,U1,W1,instant,1,2012-01-01
TWICE,跑两次,U1,W1,instant,2,2012-01-01
`,
    },
    period: '2012-09',
    value: 0.5,
    of: [1, 2],
    coverage: { covered: 2, of: 6 },
  },
)
