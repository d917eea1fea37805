import { workedExample } from '../../support/example.ts'
import { expressCases } from '../../support/exampleRows.ts'

workedExample('returnRate', 'one of five was sent back', {
  rows: {
    cases: expressCases,
  },
  period: '2012-09',
  value: 0.2,
  of: [1, 5],
})
