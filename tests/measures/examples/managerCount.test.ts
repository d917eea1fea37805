import { workedExample } from '../../support/example.ts'

// S2 leaves on 30 September (the first day without), S3 comes in October.
workedExample('managerCount', 'one manager', {
  rows: {
    staff: `
code,name,unit,window,management,validFrom,validTo
S1,林某,U1,W1,0,2012-01-01,
S2,叶某,U2,W2,0,2012-01-01,2012-09-30
S3,蔡某,U2,W3,0,2012-10-01,
M1,苏某,,,1,2012-01-01,
`,
  },
  period: '2012-09',
  value: 1,
})
