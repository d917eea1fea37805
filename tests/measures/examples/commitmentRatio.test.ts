import { workedExample } from '../../support/example.ts'

workedExample('commitmentRatio', 'limits 10 → 6 and 30 → 18 are cut to 24 of 40 days', {
  rows: {},
  period: '2012-09',
  value: 0.6,
  of: [24, 40],
})
