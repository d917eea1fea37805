import { regulations, staff } from '../catalogue.ts'
import { refsOf } from '../column.ts'
import { all, dividedBy, eq, gt, gte, isIn, isNotNull, lte, minus, not, notEq, times } from '../expression.ts'
import { feedback } from '../feedback.ts'
import { items } from '../items.ts'
import { attendance, dailyReports, exams, meetings, postChecks, serviceEvents } from '../people.ts'

const i = refsOf(items.columns)
const compression = minus(i.statutoryLimit, i.committedLimit)

const itemExpressions = {
  numbers: {
    statutoryLimit: i.statutoryLimit,
    committedLimit: i.committedLimit,
    compression,
    compressionRate: dividedBy(times(compression, 100_000), i.statutoryLimit),
  },
  conditions: {
    instantCapable: i.instantCapable,
    instantType: eq(i.type, 'instant'),
    // Both limits must be in working days with a positive statutory limit; otherwise a compression is not
    // defined (docs/domain.md A1).
    limited: all(
      gt(i.statutoryLimit, 0),
      isNotNull(i.committedLimit),
      eq(i.statutoryLimitUnit, 'workingDay'),
      eq(i.committedLimitUnit, 'workingDay'),
    ),
    visitsKnown: isNotNull(i.visits),
    oneVisit: lte(i.visits, 1),
  },
}

const s = refsOf(staff.columns)

const staffExpressions = {
  numbers: {},
  conditions: { windowStaff: not(s.management), manager: s.management },
}

const r = refsOf(regulations.columns)

const regulationExpressions = {
  numbers: {},
  conditions: { hall: eq(r.area, 'hall'), trading: eq(r.area, 'trading') },
}

const f = refsOf(feedback.columns)
const complaint = eq(f.kind, 'complaint')
const review = all(eq(f.kind, 'review'), isNotNull(f.level))

/** 差评 (domain.md B4): the lowest two levels of a review that an applicant made. */
const badReview = all(eq(f.kind, 'review'), lte(f.level, 2), f.ownReview)

const feedbackExpressions = {
  numbers: { level: f.level, replyDays: f.replyDays },
  conditions: {
    replied: isNotNull(f.repliedDay),
    banner: eq(f.kind, 'banner'),
    letter: eq(f.kind, 'letter'),
    thanks: isIn(f.kind, ['banner', 'letter']),
    complaint,
    tradeIntegrity: all(complaint, isIn(f.subject, ['integrity', 'trading'])),
    hotline: eq(f.kind, 'hotline'),
    review,
    ownReview: all(review, f.ownReview),
    goodOwnReview: all(eq(f.kind, 'review'), gte(f.level, 3), f.ownReview),
    goodReview: all(eq(f.kind, 'review'), gte(f.level, 3)),
    badReview,
    badReviewReplied: all(badReview, isNotNull(f.repliedDay)),
    badReviewRectified: all(badReview, isNotNull(f.closedDay)),
    complaintReplied: all(complaint, isNotNull(f.repliedDay)),
    hotlineReplied: all(eq(f.kind, 'hotline'), isNotNull(f.repliedDay)),
    badReviewCalledBack: all(badReview, isNotNull(f.calledBack)),
    badReviewAsked: all(badReview, isNotNull(f.calledBack), isNotNull(f.satisfied)),
    badReviewSatisfied: all(badReview, isNotNull(f.calledBack), f.satisfied),
  },
}

const a = refsOf(attendance.columns)

const attendanceExpressions = {
  numbers: {
    due: minus(a.dueHalfDays, a.excusedHalfDays),
    attended: a.attendedHalfDays,
    missed: minus(minus(a.dueHalfDays, a.excusedHalfDays), a.attendedHalfDays),
  },
  conditions: {
    expected: gt(a.dueHalfDays, a.excusedHalfDays),
    onLeave: all(gt(a.dueHalfDays, a.excusedHalfDays), isNotNull(a.leave)),
  },
}

const p = refsOf(postChecks.columns)

const postCheckExpressions = {
  numbers: {},
  conditions: { covered: notEq(p.found, 'nobody'), handler: eq(p.found, 'handler') },
}

const x = refsOf(exams.columns)

const examExpressions = {
  numbers: { score: x.scoreMilli, fullMark: x.fullMarkMilli },
  conditions: { passed: gte(x.scoreMilli, x.passMarkMilli) },
}

const e = refsOf(serviceEvents.columns)

/** The six featured services of the hall; visits and trainings in townships are none of them. */
const featured = isIn(e.kind, [
  'agriculture',
  'propertyCertificates',
  'trafficOneStop',
  'migrants',
  'marriage',
  'banking',
])

const serviceEventExpressions = {
  numbers: { people: e.people, returning: e.returning },
  conditions: {
    peopleKnown: isNotNull(e.people),
    township: isIn(e.kind, ['townshipVisit', 'townshipTraining']),
    visit: eq(e.kind, 'townshipVisit'),
    /** Cases passed on between the county and a township, one per record, do not count as services. */
    service: not(isIn(e.kind, ['handedUp', 'handedDown'])),
    handedUp: eq(e.kind, 'handedUp'),
    handedDown: eq(e.kind, 'handedDown'),
    training: all(eq(e.kind, 'townshipTraining'), isNotNull(e.people)),
    appointment: eq(e.kind, 'appointment'),
    extendedHours: eq(e.kind, 'extendedHours'),
    homeVisit: eq(e.kind, 'homeVisit'),
    featured,
    featuredPeople: all(featured, isNotNull(e.people)),
    featuredReturning: all(featured, isNotNull(e.people), isNotNull(e.returning)),
  },
}

const m = refsOf(meetings.columns)

const meetingExpressions = {
  numbers: { due: m.duePeople, attended: m.attendedPeople },
  conditions: {
    weekly: eq(m.kind, 'weekly'),
    counted: all(isNotNull(m.duePeople), isNotNull(m.attendedPeople)),
  },
}

const d = refsOf(dailyReports.columns)

const dailyReportExpressions = {
  numbers: { received: d.received, completed: d.completed },
  conditions: {},
}

const none = { conditions: {}, numbers: {} }

/** Conditions and numbers of the hall: its catalogue, what is said of it, its people. */
export const hallExpressions = {
  items: itemExpressions,
  staff: staffExpressions,
  regulations: regulationExpressions,
  feedback: feedbackExpressions,
  attendance: attendanceExpressions,
  postChecks: postCheckExpressions,
  exams: examExpressions,
  serviceEvents: serviceEventExpressions,
  meetings: meetingExpressions,
  dailyReports: dailyReportExpressions,
  units: none,
  windows: none,
}
