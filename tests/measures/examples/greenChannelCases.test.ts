import { workedExample } from '../../support/example.ts'
import { expressCases } from '../../support/exampleRows.ts'

workedExample('greenChannelCases', 'A and B went through the green channel', {
  rows: {
    cases: expressCases,
  },
  period: '2012-09',
  value: 2,
})
