import { workedExample } from '../../support/example.ts'
import { expressCases } from '../../support/exampleRows.ts'

workedExample('appointmentCases', 'A and C came by appointment', {
  rows: {
    cases: expressCases,
  },
  period: '2012-09',
  value: 2,
})
