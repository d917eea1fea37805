/**
 * A is done on the spot, B the next day (late: an instant case is due the same day). C, D, E may take 6
 * working days (until 09-11): C early, D on the last day, E late. F is received after closing on 09-28,
 * accepted after the holiday.
 */
export const sixCases = `
caseNumber,item,receivedAt,acceptedAt,completedAt
A,NOW,2012-09-03 09:00,2012-09-03 09:00,2012-09-03 09:20
B,NOW,2012-09-03 10:00,2012-09-03 10:00,2012-09-04 08:30
C,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-05 08:00
D,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-11 10:00
E,TEN,2012-09-03 08:00,2012-09-03 08:00,2012-09-12 08:00
F,THIRTY,2012-09-28 17:45,2012-10-08 08:00,
`

/** A takes one working day, B two, C three; D is not a committed case. All are accepted at opening time. */
export const workedCases = `
caseNumber,item,acceptedAt,completedAt
A,TEN,2012-09-03 08:00,2012-09-04 08:00
B,TEN,2012-09-03 08:00,2012-09-05 08:00
C,THIRTY,2012-09-03 08:00,2012-09-06 08:00
D,NOW,2012-09-03 08:00,2012-09-10 08:00
`

/** A, B and C take 1, 2 and 6 calendar days. X ends before it starts: it is counted, but in no duration. */
export const elapsedCases = `
caseNumber,receivedAt,completedAt
A,2012-09-01 00:00,2012-09-02 00:00
B,2012-09-01 00:00,2012-09-03 00:00
C,2012-09-01 00:00,2012-09-07 00:00
X,2012-09-05 00:00,2012-09-04 00:00
`

/** C and D are accepted in September; A, B and C are completed in it. */
export const twoMonths = `
caseNumber,receivedAt,acceptedAt,completedAt
A,2012-08-30 09:00,2012-08-30 09:00,2012-09-03 09:00
B,2012-08-31 09:00,2012-08-31 09:00,2012-09-04 09:00
C,2012-09-03 09:00,2012-09-03 09:00,2012-09-05 09:00
D,2012-09-04 09:00,2012-09-04 09:00,
`

/** S2 leaves on 30 September (the first day without), S3 comes in October. */
export const fourPeople = `
code,name,unit,window,management,validFrom,validTo
S1,林某,U1,W1,0,2012-01-01,
S2,叶某,U2,W2,0,2012-01-01,2012-09-30
S3,蔡某,U2,W3,0,2012-10-01,
M1,苏某,,,1,2012-01-01,
`

/** H2 comes into force in October. */
export const threeRules = `
code,name,area,validFrom
H1,首问负责制,hall,2012-08-08
H2,限时办结制,hall,2012-10-01
T1,专家抽取制度,trading,2012-08-08
`

/**
 * Money in yuan; parts in 分. A saves 10 of 100, B 6 of 300, C costs 5 more than its 50 (kept, not
 * clipped). D is land, which gains 60 over 200 and saves nothing. E is priced by rate, F failed:
 * neither has a saving.
 */
export const sixTrades = `
tradeCode,name,category,priceForm,base,award,outcome,bidders,round,concludedDay
A,工程甲,works,amount,100.00,90.00,concluded,3,1,2012-09-03
B,采购乙,procurement,amount,300.00,294.00,concluded,5,1,2012-09-03
C,采购丙,procurement,amount,50.00,55.00,concluded,4,1,2012-09-05
D,土地丁,land,amount,200.00,260.00,concluded,2,1,2012-09-06
E,监理戊,works,rate,,,concluded,3,1,2012-09-06
F,工程己,works,amount,80.00,,tooFewBidders,2,1,2012-09-07
`

/**
 * Two banners and a letter at two windows in September, a third banner in October. Review 8 was made by
 * the system.
 */
export const tenVoices = `
feedbackCode,kind,subject,window,level,ownReview,givenDay
1,banner,service,W1,,,2012-09-03
2,banner,service,W1,,,2012-09-04
3,letter,service,W2,,,2012-09-05
4,complaint,service,W3,,,2012-09-06
5,complaint,integrity,,,,2012-09-06
6,hotline,service,W3,,,2012-09-07
7,review,service,W1,5,1,2012-09-10
8,review,service,W1,5,0,2012-09-10
9,review,service,W1,2,1,2012-09-10
10,banner,service,W3,,,2012-10-08
`

/**
 * S1 attends both half-days, then one of two (the other away on duty), then one of two without leave: 4
 * of 5 due.
 */
export const threeDays = `
staff,day,due,attended,excused
S1,2012-09-03,2,2,0
S1,2012-09-04,2,1,1
S1,2012-09-05,2,1,0
`

/** W1 is found with its handler, with the stand-in, and empty; W2 with its handler. */
export const fourChecks = `
checkCode,window,checkedAt,found
1,W1,2012-09-03 09:10,handler
2,W1,2012-09-04 15:00,standIn
3,W1,2012-09-05 16:40,nobody
4,W2,2012-09-05 16:50,handler
`

/** 88.5 and 60 of 100 pass, 59.5 does not. */
export const threePapers = `
paper,staff,day,score
九月业务,S1,2012-09-20,88.5
九月业务,S2,2012-09-20,60
九月业务,M1,2012-09-20,59.5
`

/** Advice, a township visit and a training in September, a visit in October. */
export const fourServices = `
eventCode,kind,window,township,people,day
1,agriculture,W1,,3,2012-09-03
2,townshipVisit,W2,九峰镇,40,2012-09-10
3,townshipTraining,W2,大溪镇,2,2012-09-17
4,townshipVisit,W2,坂仔镇,25,2012-10-08
`

/** Replied after 1 and 4 days; the third is still waiting. */
export const threeMessages = `
feedbackCode,kind,givenDay,repliedDay
1,hotline,2012-09-03,2012-09-04
2,hotline,2012-09-03,2012-09-07
3,hotline,2012-09-05,
`

/**
 * A saves 40 %, C exactly 30 %, D came from a single source; B and E are in their second round, and E
 * failed.
 */
export const fiveTrades = `
tradeCode,name,category,method,round,base,award,bidders,outcome,concludedDay
A,甲,works,openTender,1,100,60,3,concluded,2012-09-03
B,乙,works,openTender,2,100,90,5,concluded,2012-09-04
C,丙,procurement,negotiation,1,100,70,1,concluded,2012-09-05
D,丁,procurement,singleSource,1,100,100,1,concluded,2012-09-06
E,戊,works,openTender,2,100,,2,tooFewBidders,2012-09-07
`

/** Contracts after 4, 5 and 10 working days; D has none yet. */
export const tradeCycles = `
tradeCode,name,category,announcedDay,concludedDay,contractedDay,outcome
A,甲,works,2012-09-03,2012-09-05,2012-09-07,concluded
B,乙,works,2012-09-03,2012-09-05,2012-09-10,concluded
C,丙,works,2012-09-03,2012-09-05,2012-09-17,concluded
D,丁,works,2012-09-03,2012-09-05,,concluded
`

const caseTraits = 'caseNumber,item,channel,greenChannel,appointment,jointGroup,supplements,outcome'

/**
 * A and B are one joint affair in the green channel: A takes 1.5 of its 30 days, B 1 of 10. C and D
 * brought more documents; C was sent back, D not accepted.
 */
export const expressCases = `
${caseTraits},receivedAt,acceptedAt,completedAt
A,THIRTY,hall,1,1,J1,0,granted,2012-09-03 08:00,2012-09-03 08:00,2012-09-04 11:30
B,TEN,online,1,0,J1,0,granted,2012-09-03 08:00,2012-09-03 08:00,2012-09-04 08:00
C,TEN,mobile,0,1,,1,returned,2012-09-03 08:00,2012-09-04 08:00,2012-09-05 08:00
D,TEN,hall,0,0,,2,notAccepted,2012-09-03 08:00,,
E,TEN,,0,0,,0,granted,2012-09-03 08:00,2012-09-03 08:00,2012-09-06 08:00
`

/** Five reviews, one of them by default, and two complaints. */
export const sevenAnswers = `
feedbackCode,kind,window,level,ownReview,givenDay,repliedDay,closedDay
1,review,W1,5,1,2012-09-03,,
2,review,W1,4,1,2012-09-03,,
3,review,W2,5,0,2012-09-03,,
4,review,W2,2,1,2012-09-04,2012-09-05,
5,review,W2,1,1,2012-09-05,,
6,complaint,W1,,,2012-09-06,2012-09-10,2012-09-12
7,complaint,W1,,,2012-09-07,,
`

/** Two weekly meetings and a lecture in September, a weekly meeting in October. */
export const fourMeetings = `
meetingCode,kind,day,duePeople,attendedPeople,summary
1,weekly,2012-09-03,110,104,一周小结
2,weekly,2012-09-10,110,96,一周小结
3,lecture,2012-09-14,,,房产登记业务讲座
4,weekly,2012-10-08,110,110,一周小结
`

/**
 * Two bad reviews that applicants made: the first was called back and is satisfied, the second was called
 * back and is not. Of the calls, one was answered after two days and one after four.
 */
export const calledBack = `
feedbackCode,kind,window,level,ownReview,givenDay,repliedDay,calledBack,satisfied,ticketKind
1,review,W1,1,1,2012-09-03,2012-09-04,2012-09-06,1,
2,review,W1,2,1,2012-09-03,2012-09-05,2012-09-07,0,
3,review,W2,2,1,2012-09-03,,,,
4,hotline,W2,,,2012-09-03,2012-09-05,,,consultation
5,hotline,W2,,,2012-09-03,2012-09-07,,,complaint
6,hotline,W2,,,2012-09-03,,,,request
`

/** Two services by appointment, one after hours, one at somebody's home. */
export const fourOfferings = `
eventCode,kind,window,people,day
1,appointment,W1,1,2012-09-03
2,appointment,W2,2,2012-09-04
3,extendedHours,W1,1,2012-09-04
4,homeVisit,W2,1,2012-09-05
`

/** Three reports of two windows: 10 + 4 + 6 received, 8 + 4 + 5 completed. */
export const threeReports = `
window,day,received,completed
W1,2012-09-03,10,8
W2,2012-09-03,4,4
W1,2012-09-04,6,5
`
