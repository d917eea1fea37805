import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('casesCompleted', 'five were completed in September', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 5,
})
