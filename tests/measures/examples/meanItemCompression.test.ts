import { workedExample } from '../../support/example.ts'

// The trap of averaging percentages: pooled it would be 16 of 41 days.
workedExample(
  'meanItemCompression',
  '30 → 18 is 40 %, 1 → 1 is 0 %, 10 → 6 is 40 %: the mean is 26.7 %, the pooled compression 39 %',
  {
    rows: {
      items: `
item,name,unit,type,statutoryLimit,committedLimit,validFrom
ONE,一日事项,U1,committed,1,1,2012-01-01
`,
    },
    period: '2012-09',
    value: 0.8 / 3,
    within: 1e-9,
  },
)
