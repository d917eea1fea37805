import { workedExample } from '../../support/example.ts'

workedExample('hallRules', 'H2 comes later', {
  rows: {
    regulations: `
code,name,area,validFrom
H1,首问负责制,hall,2012-08-08
H2,限时办结制,hall,2012-10-01
T1,专家抽取制度,trading,2012-08-08
`,
  },
  period: '2012-09',
  value: 1,
})
