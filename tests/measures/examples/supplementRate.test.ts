import { workedExample } from '../../support/example.ts'
import { expressCases } from '../../support/exampleRows.ts'

workedExample('supplementRate', 'two of five had to bring more documents', {
  rows: {
    cases: expressCases,
  },
  period: '2012-09',
  value: 0.4,
  of: [2, 5],
})
