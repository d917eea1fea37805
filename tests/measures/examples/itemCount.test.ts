import { workedExample } from '../../support/example.ts'

workedExample('itemCount', 'the small hall has four items', {
  rows: {},
  period: '2012-09',
  value: 4,
})
