import { workedExample } from '../../support/example.ts'

workedExample('instantItemShare', 'two of four', {
  rows: {},
  period: '2012-09',
  value: 0.5,
  of: [2, 4],
})
