import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('casesCompletedWithLimit', 'all five completed ones have a due time', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 5,
  coverage: { covered: 5, of: 5 },
})
