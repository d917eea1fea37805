import { workedExample } from '../../support/example.ts'
import { tenVoices } from '../../support/exampleRows.ts'

workedExample('windowsThanked', 'W1 (twice) and W2 are two windows', {
  rows: {
    feedback: tenVoices,
  },
  period: '2012-09',
  value: 2,
})
