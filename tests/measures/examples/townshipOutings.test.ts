import { workedExample } from '../../support/example.ts'
import { fourServices } from '../../support/exampleRows.ts'

workedExample('townshipOutings', 'one visit in September, the other in October', {
  rows: {
    serviceEvents: fourServices,
  },
  period: '2012-09',
  value: 1,
})
