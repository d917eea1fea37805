import { workedExample } from '../../support/example.ts'
import { threeReports } from '../../support/exampleRows.ts'

workedExample('reportedCompleted', '8 + 4 + 5', {
  rows: {
    dailyReports: threeReports,
  },
  period: '2012-09',
  value: 17,
})
