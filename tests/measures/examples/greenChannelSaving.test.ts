import { workedExample } from '../../support/example.ts'
import { expressCases } from '../../support/exampleRows.ts'

workedExample('greenChannelSaving', 'A took 1.5 of 30 days, B 1 of 10: 28.5 and 9 saved', {
  rows: {
    cases: expressCases,
  },
  period: '2012-09',
  value: 18.75,
  of: [37_500, 2],
  coverage: { covered: 2, of: 2 },
})
