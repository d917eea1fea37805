import { workedExample } from '../../support/example.ts'
import { sixCases, tenVoices } from '../../support/exampleRows.ts'

workedExample('thanksPerTenThousand', 'three for five completed cases: 6,000 per 10,000', {
  rows: {
    cases: sixCases,
    feedback: tenVoices,
  },
  period: '2012-09',
  value: 6000,
  of: [3, 5],
})
