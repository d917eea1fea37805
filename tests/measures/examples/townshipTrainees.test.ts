import { workedExample } from '../../support/example.ts'
import { fourServices } from '../../support/exampleRows.ts'

workedExample('townshipTrainees', 'the two who were trained, not the forty visited', {
  rows: {
    serviceEvents: fourServices,
  },
  period: '2012-09',
  value: 2,
})
