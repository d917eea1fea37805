import { workedExample } from '../../support/example.ts'

workedExample('instantTypeItems', 'one of the four items is instant', {
  rows: {},
  period: '2012-09',
  value: 1,
})
