import { workedExample } from '../../support/example.ts'
import { fourChecks } from '../../support/exampleRows.ts'

workedExample('postChecksMade', 'four looks at two windows', {
  rows: {
    postChecks: fourChecks,
  },
  period: '2012-09',
  value: 4,
})
