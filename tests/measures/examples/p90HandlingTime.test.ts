import { workedExample } from '../../support/example.ts'
import { workedCases } from '../../support/exampleRows.ts'

workedExample('p90HandlingTime', 'nine tenths of 1, 2 and 3 are within 3', {
  rows: {
    cases: workedCases,
  },
  period: '2012-09',
  value: 3,
})
