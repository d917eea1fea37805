import { workedExample } from '../../support/example.ts'
import { fourChecks } from '../../support/exampleRows.ts'

workedExample('postCoverage', '3 of 4 looks found somebody; the stand-in counts', {
  rows: {
    postChecks: fourChecks,
  },
  period: '2012-09',
  value: 0.75,
  of: [3, 4],
})
