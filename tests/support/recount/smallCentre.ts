import type { TargetName } from '../../../server/intake/rows/targetNames.ts'
import type { Database } from '../../../server/storage/database.ts'
import type { Basis } from './check.ts'
import type { RecountedCentre } from './issue.ts'
import { addCentre, load, loadSmallHall } from '../load.ts'
import { recountedCentre } from './issue.ts'

export const opened = '2023-12-01'
const loaded = new Date('2025-05-20T02:00:00Z')

/** The Monday after the Spring Festival of the leap February, and the first day after the next February. */
export const inLeapFebruary = new Date('2024-02-19T02:00:00Z')
export const afterFebruary = new Date('2025-03-01T02:00:00Z')

/**
 * The first year has one month. The Spring Festival lasted from 10 to 17 February 2024 and from 28 January
 * to 4 February 2025; the Sundays 4 and 18 February 2024 and 26 January 2025 and the Saturday 8 February
 * 2025 were worked. May 2024 has the case 17 alone, June and August 2024 have none.
 */
const cases = `
caseNumber,item,greenChannel,receivedAt,acceptedAt,completedAt
1,NOW,0,2023-12-01 09:00,2023-12-01 09:00,2023-12-01 09:15
2,TEN,0,2023-12-04 08:30,2023-12-04 08:30,2023-12-08 10:00
3,THIRTY,0,2023-12-11 15:00,2023-12-12 08:30,2024-01-15 10:00
4,SPECIAL,0,2023-12-20 10:00,2023-12-20 10:00,2024-02-07 16:00
5,NOW,0,2023-12-29 16:00,2023-12-29 16:00,2023-12-29 16:40
6,TEN,0,2024-01-22 08:00,2024-01-22 08:00,2024-01-30 10:00
7,TEN,0,2024-01-31 15:00,2024-01-31 15:00,2024-02-09 11:00
8,NOW,0,2024-02-04 09:00,2024-02-04 09:00,2024-02-04 09:30
9,TEN,1,2024-02-09 09:00,2024-02-09 09:00,2024-02-20 10:00
10,NOW,0,2024-02-12 20:00,2024-02-18 08:30,2024-02-18 09:00
11,TEN,0,2024-02-19 09:00,2024-02-19 09:00,2024-02-29 10:00
12,THIRTY,1,2024-02-20 09:00,2024-02-20 09:00,2024-02-29 16:00
13,THIRTY,0,2024-02-29 09:00,2024-02-29 09:00,2024-03-20 16:00
14,NOW,0,2024-03-05 09:00,2024-03-05 09:00,2024-03-05 09:10
15,TEN,0,2024-03-29 09:00,2024-03-29 09:00,2024-04-03 11:00
16,NOW,0,2024-04-10 09:00,2024-04-10 09:00,2024-04-11 09:00
17,TEN,0,2024-05-13 09:00,2024-05-13 09:00,2024-05-16 09:00
18,NOW,0,2024-07-02 09:00,2024-07-02 09:00,2024-07-02 10:00
19,TEN,0,2024-07-15 09:00,2024-07-15 14:30,2024-07-19 10:00
20,THIRTY,0,2024-09-02 09:00,2024-09-03 09:00,2024-09-20 10:00
21,NOW,0,2024-09-29 09:00,2024-09-29 09:00,2024-10-08 09:00
22,TEN,0,2024-11-04 09:00,2024-11-04 09:00,2024-11-08 10:00
23,NOW,0,2024-12-31 17:00,2024-12-31 17:00,2024-12-31 17:20
24,TEN,0,2025-01-02 09:00,2025-01-02 09:00,2025-01-07 09:00
25,TEN,0,2025-01-24 09:00,2025-01-24 09:00,2025-02-08 10:00
26,NOW,0,2025-01-26 10:00,2025-01-26 10:00,2025-01-26 10:20
27,THIRTY,0,2025-02-05 09:00,2025-02-05 09:00,2025-02-28 10:00
28,NOW,0,2025-02-28 09:00,2025-02-28 09:00,2025-02-28 09:05
29,TEN,1,2025-02-28 10:00,2025-02-28 10:00,2025-03-04 10:00
30,TEN,0,2025-03-17 09:00,2025-03-17 09:00,
31,NOW,0,2025-04-10 09:00,2025-04-10 09:00,2025-04-10 09:30
`

const trades = `
tradeCode,name,category,priceForm,base,award,outcome,bidders,round,concludedDay
A,工程甲,works,amount,1000000.00,930000.00,concluded,5,1,2023-12-15
B,采购乙,procurement,amount,500000.00,488000.00,concluded,3,1,2024-01-19
C,工程丙,works,amount,2000000.00,1850000.00,concluded,7,1,2024-02-08
D,土地丁,land,amount,8000000.00,9600000.00,concluded,2,1,2024-02-29
E,采购戊,procurement,amount,300000.00,,tooFewBidders,1,1,2024-04-15
F,采购己,procurement,amount,300000.00,312000.00,concluded,3,2,2024-05-31
G,监理庚,works,rate,,,concluded,3,1,2024-07-31
H,工程辛,works,amount,640000.00,600000.00,concluded,4,1,2024-10-09
I,采购壬,procurement,amount,90000.00,88000.00,concluded,3,1,2024-12-16
J,工程癸,works,amount,1200000.00,1100000.00,concluded,6,1,2025-01-26
K,采购子,procurement,amount,400000.00,390000.00,concluded,3,1,2025-02-08
L,工程丑,works,amount,700000.00,690000.00,concluded,3,1,2025-04-09
`

const feedback = `
feedbackCode,kind,subject,window,level,ownReview,givenDay
1,banner,service,W1,,,2023-12-06
2,review,service,W1,5,1,2024-01-10
3,letter,service,W2,,,2024-02-09
4,review,service,W2,2,1,2024-02-26
5,complaint,integrity,,,,2024-02-28
6,banner,service,W3,,,2024-05-16
7,complaint,service,W3,,,2024-08-01
8,review,service,W1,5,0,2024-10-22
9,banner,service,W1,,,2025-01-08
10,review,service,W2,4,1,2025-02-27
11,letter,service,W3,,,2025-04-02
`

const files: [TargetName, string][] = [
  ['cases', cases],
  ['trades', trades],
  ['feedback', feedback],
]

/**
 * Records are so rare that no silence between them is a gap: all are known from the opening until the end
 * of the month of the last, and never after the day of asking.
 */
function knownAt(at: Date): Basis['known'] {
  const to = at === inLeapFebruary ? '2024-02-19' : at === afterFebruary ? '2025-02-28' : '2025-04-30'
  const days = { from: opened, to }
  // Nothing was ever reported about the staff and the services of the hall.
  const never = { from: '9999-12-31', to: '0000-01-01' }
  return {
    cases: days,
    trades: days,
    feedback: days,
    attendance: never,
    postChecks: never,
    exams: never,
    meetings: never,
    serviceEvents: never,
    hall: { from: opened, to: '2025-06-30' },
  }
}

/** Loads a centre with a few dozen rows through the intake. */
export async function smallCentre(database: Database): Promise<RecountedCentre> {
  const code = 'small'
  await addCentre(database, code, { openedOn: opened })
  await loadSmallHall(database, code, opened)
  for (const [target, csv] of files) {
    const result = await load(database, { centre: code, target, now: loaded }, csv.trim())
    const rows = csv.trim().split('\n').length - 1
    if (result.loaded !== rows) throw new Error(`${target}: ${result.loaded} of ${rows} rows were loaded`)
  }
  return recountedCentre(database, { code, opened, after: new Date('2025-06-30T02:00:00Z'), knownAt })
}
