import { workedExample } from '../../support/example.ts'
import { fourServices } from '../../support/exampleRows.ts'

workedExample('featuredServicePeople', 'the three people who came for advice', {
  rows: {
    serviceEvents: fourServices,
  },
  period: '2012-09',
  value: 3,
})
