import { workedExample } from '../../support/example.ts'

workedExample('expertAttendanceRate', 'of 5 − 1 − 0 and 7 − 0 − 1 expected, 1 was absent', {
  rows: {
    expertDraws: `
drawCode,day,drawn,declined,absent,avoided
1,2012-09-03,5,1,1,0
2,2012-09-04,7,0,0,1
`,
  },
  period: '2012-09',
  value: 9 / 10,
  of: [9, 10],
})
