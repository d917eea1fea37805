import { workedExample } from '../../support/example.ts'
import { expressCases } from '../../support/exampleRows.ts'

workedExample('onlineApplicationRate', 'two of the four whose channel is known came over the net', {
  rows: {
    cases: expressCases,
  },
  period: '2012-09',
  value: 0.5,
  of: [2, 4],
  coverage: { covered: 4, of: 5 },
})
