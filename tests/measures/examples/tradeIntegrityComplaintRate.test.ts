import { workedExample } from '../../support/example.ts'
import { sixTrades, tenVoices } from '../../support/exampleRows.ts'

workedExample(
  'tradeIntegrityComplaintRate',
  'one complaint about integrity for five trades; the one about service is another matter',
  {
    rows: {
      feedback: tenVoices,
      trades: sixTrades,
    },
    period: '2012-09',
    value: 0.2,
    of: [1, 5],
  },
)
