import { workedExample } from '../../support/example.ts'
import { fourOfferings } from '../../support/exampleRows.ts'

workedExample('appointmentServices', 'two by appointment', {
  rows: {
    serviceEvents: fourOfferings,
  },
  period: '2012-09',
  value: 2,
})
