import { workedExample } from '../../support/example.ts'
import { fourPeople } from '../../support/exampleRows.ts'

workedExample('managerCount', 'one manager', {
  rows: {
    staff: fourPeople,
  },
  period: '2012-09',
  value: 1,
})
