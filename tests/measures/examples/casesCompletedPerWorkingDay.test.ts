import { workedExample } from '../../support/example.ts'
import { sixCases } from '../../support/exampleRows.ts'

workedExample(
  'casesCompletedPerWorkingDay',
  'five over the 21 working days of September 2012 (Saturday the 29th included)',
  {
    rows: {
      cases: sixCases,
    },
    period: '2012-09',
    value: 5 / 21,
    of: [5, 21],
  },
)
