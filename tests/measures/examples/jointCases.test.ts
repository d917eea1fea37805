import { workedExample } from '../../support/example.ts'
import { expressCases } from '../../support/exampleRows.ts'

workedExample('jointCases', 'A and B were handled together', {
  rows: {
    cases: expressCases,
  },
  period: '2012-09',
  value: 2,
})
