import { workedExample } from '../../support/example.ts'
import { fourServices } from '../../support/exampleRows.ts'

workedExample('townshipVisits', 'a visit and a training in September', {
  rows: {
    serviceEvents: fourServices,
  },
  period: '2012-09',
  value: 2,
})
