import { workedExample } from '../../support/example.ts'

workedExample('unitCount', 'the small hall has two units', {
  rows: {},
  period: '2012-09',
  value: 2,
})
