import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample('casesAccepted', 'five were accepted in September, the sixth in October', {
  rows: {
    cases: sixCases,
  },
  period: '2012-09',
  value: 5,
})
