import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('statutoryOverdueRate', 'none of the three with a statutory limit of ten days exceeds it', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 0,
  of: [0, 3],
  coverage: { covered: 3, of: 5 },
})
