import { cases } from '../cases.ts'
import { refsOf } from '../column.ts'
import { all, any, differs, eq, gt, gte, isIn, isNotNull, isNull, lte, minus, notEq } from '../expression.ts'

const c = refsOf(cases.columns)

/** Conditions and numbers of cases. */
export const caseExpressions = {
  numbers: {
    workedMilliDays: c.workedMilliDays,
    elapsedSeconds: c.elapsedSeconds,
    calendarDays: minus(c.completedDay, c.receivedDay),
    statutoryMilliDays: c.statutoryMilliDays,
    savedMilliDays: minus(c.statutoryMilliDays, c.workedMilliDays),
  },
  conditions: {
    accepted: isNotNull(c.acceptedAt),
    completed: isNotNull(c.completedAt),
    instantType: eq(c.itemType, 'instant'),
    committedType: eq(c.itemType, 'committed'),
    instantOrCommitted: isIn(c.itemType, ['instant', 'committed']),
    notSpecial: differs(c.itemType, 'special'),
    sameDayKnown: isNotNull(c.sameDay),
    sameDay: c.sameDay,
    judged: isNotNull(c.committedVerdict),
    inTime: notEq(c.committedVerdict, 'overdue'),
    overdue: eq(c.committedVerdict, 'overdue'),
    early: eq(c.committedVerdict, 'early'),
    statutoryJudged: isNotNull(c.statutoryVerdict),
    statutoryOverdue: eq(c.statutoryVerdict, 'overdue'),
    worked: isNotNull(c.workedMilliDays),
    elapsed: isNotNull(c.elapsedSeconds),
    bothDays: all(isNotNull(c.completedDay), isNotNull(c.receivedDay)),
    // A case that ends before it begins is invalid and never open, because it would make the level negative.
    opens: any(isNull(c.completedDay), gte(c.completedDay, c.receivedDay)),
    statutoryDays: isNotNull(c.statutoryMilliDays),
    clockFault: c.clockFault,
    acceptedBeforeDone: lte(c.acceptedDay, c.completedDay),
    brokeLimit: all(
      isNotNull(c.breachedDay),
      any(isNull(c.completedDay), gte(c.completedDay, c.breachedDay)),
    ),
    warned: all(isNotNull(c.warnDay), any(isNull(c.completedDay), gt(c.completedDay, c.warnDay))),
    neverBroke: isNull(c.breachedDay),
    greenChannel: c.greenChannel,
    appointment: c.appointment,
    joint: isNotNull(c.jointGroup),
    supplemented: gt(c.supplements, 0),
    returned: eq(c.outcome, 'returned'),
    notTaken: eq(c.outcome, 'notAccepted'),
    channelKnown: isNotNull(c.channel),
    overNet: isIn(c.channel, ['online', 'mobile']),
  },
}
