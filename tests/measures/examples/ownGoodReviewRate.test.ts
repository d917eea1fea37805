import { workedExample } from '../../support/example.ts'
import { tenVoices } from '../../support/exampleRows.ts'

workedExample('ownGoodReviewRate', 'one of the two own reviews is good; the automatic one is not counted', {
  rows: {
    feedback: tenVoices,
  },
  period: '2012-09',
  value: 0.5,
  of: [1, 2],
  coverage: { covered: 2, of: 3 },
})
