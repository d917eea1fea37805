import { workedExample } from '../../support/example.ts'

workedExample('averageCommittedLimit', 'the hall allows itself 6 and 18 days', {
  rows: {},
  period: '2012-09',
  value: 12,
  of: [24, 2],
  coverage: { covered: 2, of: 4 },
})
