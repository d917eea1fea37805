import { workedExample } from '../../support/example.ts'

workedExample('instantCapableItems', 'two of the four can be instant', {
  rows: {},
  period: '2012-09',
  value: 2,
  coverage: { covered: 2, of: 4 },
})
