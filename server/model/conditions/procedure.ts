import { refsOf } from '../column.ts'
import { eq, isIn, isNotNull, minus } from '../expression.ts'
import { bids, expertDraws, objections } from '../procedure.ts'

const b = refsOf(bids.columns)

const bidExpressions = {
  numbers: { amount: b.amountFen },
  conditions: {
    submitted: isIn(b.status, ['pending', 'valid', 'disqualified']),
    disqualified: eq(b.status, 'disqualified'),
  },
}

const o = refsOf(objections.columns)

const objectionExpressions = {
  numbers: { days: minus(o.answeredDay, o.day) },
  conditions: {
    decided: isIn(o.result, ['upheld', 'partlyUpheld', 'dismissed']),
    upheld: isIn(o.result, ['upheld', 'partlyUpheld']),
    answered: isNotNull(o.answeredDay),
  },
}

const d = refsOf(expertDraws.columns)
// Experts who declined or had to withdraw were not expected to attend; absent ones were.
const expected = minus(minus(d.drawn, d.declined), d.avoided)

const expertDrawExpressions = {
  numbers: { expected, attended: minus(expected, d.absent) },
  conditions: {},
}

/** Conditions and numbers of the procedure around a trade. */
export const procedureExpressions = {
  bids: bidExpressions,
  objections: objectionExpressions,
  expertDraws: expertDrawExpressions,
}
