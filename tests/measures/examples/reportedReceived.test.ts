import { workedExample } from '../../support/example.ts'
import { threeReports } from '../../support/exampleRows.ts'

workedExample('reportedReceived', '10 + 4 + 6', {
  rows: {
    dailyReports: threeReports,
  },
  period: '2012-09',
  value: 20,
})
