import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('casesReceived', 'six were received in September', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 6,
})
