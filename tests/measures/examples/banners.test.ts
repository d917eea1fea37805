import { workedExample } from '../../support/example.ts'
import { tenVoices } from '../../support/exampleRows.ts'

workedExample('banners', 'two in September', {
  rows: {
    feedback: tenVoices,
  },
  period: '2012-09',
  value: 2,
})
