import { workedExample } from '../../support/example.ts'

workedExample('windowCount', 'the small hall has three windows', {
  rows: {},
  period: '2012-09',
  value: 3,
})
