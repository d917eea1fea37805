import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('openCases', 'on 5 September D and E are open', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09-01..2012-09-05',
  value: 2,
})
