import { workedExample } from '../../support/example.ts'
import { fourServices } from '../../support/exampleRows.ts'

workedExample('servicesGiven', '3 in September', {
  rows: {
    serviceEvents: fourServices,
  },
  period: '2012-09',
  value: 3,
})
