import { workedExample } from '../../support/example.ts'
import { elapsedCases } from '../../support/exampleRows.ts'

workedExample('averageCalendarDays', '1, 2, 6 and −1 day: the doubtful one is shown as published', {
  rows: {
    cases: elapsedCases,
  },
  period: '2012-09',
  value: 2,
})
