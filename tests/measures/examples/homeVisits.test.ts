import { workedExample } from '../../support/example.ts'
import { fourOfferings } from '../../support/exampleRows.ts'

workedExample('homeVisits', 'one at home', {
  rows: {
    serviceEvents: fourOfferings,
  },
  period: '2012-09',
  value: 1,
})
