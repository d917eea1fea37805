import { workedExample } from '../../support/example.ts'
import { fourPeople } from '../../support/exampleRows.ts'

workedExample('staffCount', 'on 30 September only S1 is there; the manager does not count', {
  rows: {
    staff: fourPeople,
  },
  period: '2012-09',
  value: 1,
})
