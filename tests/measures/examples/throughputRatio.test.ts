import { workedExample } from '../../support/example.ts'
import { twoMonths } from '../../support/exampleRows.ts'

workedExample('throughputRatio', '3 completed for 2 accepted: more than 100 %', {
  rows: {
    cases: twoMonths,
  },
  period: '2012-09',
  value: 1.5,
  of: [3, 2],
})
