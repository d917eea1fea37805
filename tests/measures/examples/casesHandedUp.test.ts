import { workedExample } from '../../support/example.ts'

workedExample('casesHandedUp', 'two in September, and no service', {
  rows: {
    serviceEvents: [
      'eventCode,kind,window,township,day',
      'H1,handedUp,W1,小溪镇,2012-09-03',
      'H2,handedUp,W2,坂仔镇,2012-09-04',
      'H3,handedUp,W2,坂仔镇,2012-10-08',
      'H4,handedDown,W1,小溪镇,2012-09-05',
      'V1,townshipVisit,W1,小溪镇,2012-09-05',
    ].join('\n'),
  },
  period: '2012-09',
  value: 2,
})
