import { workedExample } from '../../support/example.ts'

workedExample('commitmentCompression', 'limits 10 → 6 and 30 → 18 save 16 of 40 days', {
  rows: {},
  period: '2012-09',
  value: 0.4,
  of: [16, 40],
  coverage: { covered: 2, of: 4 },
})
