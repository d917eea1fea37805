import { workedExample } from '../../support/example.ts'

workedExample('averageStatutoryLimit', 'the law allows 10 and 30 days', {
  rows: {},
  period: '2012-09',
  value: 20,
  of: [40, 2],
  coverage: { covered: 2, of: 4 },
})
