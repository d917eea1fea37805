import { workedExample } from '../../support/example.ts'

workedExample(
  'awardsAboveCeiling',
  'one of three: the ceiling itself is not above it, and land may go above its base',
  {
    rows: {
      trades: `tradeCode,name,category,base,award,currency,outcome,concludedDay
T1,at the ceiling,works,100,100,,concluded,2012-09-03
T2,above the ceiling,procurement,100,100.01,,concluded,2012-09-04
T3,below the ceiling,works,100,90,,concluded,2012-09-05
T4,no base,works,,90,,concluded,2012-09-05
T5,annulled above the ceiling,works,100,120,,annulled,2012-09-06
T6,land above its base,land,100,300,,concluded,2012-09-07`,
    },
    period: '2012-09',
    value: 1,
    coverage: { covered: 3, of: 4 },
  },
)
