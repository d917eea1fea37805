import { workedExample } from '../../support/example.ts'
import { fourServices } from '../../support/exampleRows.ts'

workedExample('featuredServices', 'advice alone is one of the six; visits and training are not', {
  rows: {
    serviceEvents: fourServices,
  },
  period: '2012-09',
  value: 1,
})
