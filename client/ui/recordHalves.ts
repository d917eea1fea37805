import type { Measure, MeasureId, Names } from '#measures'
import { newestPart } from '#measures'

/** The names of the records that count for the numerator of a share, and of the others. */
interface Halves {
  numerator: Names
  rest: Names
}

const halves = (
  [zh, en]: readonly [string, string],
  [restZh, restEn]: readonly [string, string],
): Halves => ({ numerator: { zh, en }, rest: { zh: restZh, en: restEn } })

const inTime = ['未超期的', 'In time'] as const
const late = ['超期的', 'Late'] as const
const good = halves(['好评', 'Good'], ['非好评', 'Not good'])
const replied = halves(['已答复的', 'Answered'], ['未答复的', 'Not answered'])
const otherMethod = halves(['转为谈判的', 'Turned into negotiations'], ['未转的', 'Not turned'])

/**
 * The names of both halves of each share of records. They say what the records are, because "met" would
 * mislead for a share of late cases.
 */
export const recordHalves: Partial<Record<MeasureId, Halves>> = {
  onTimeRate: halves(['按时的', 'On time'], late),
  overdueRate: halves(late, inTime),
  statutoryOverdueRate: halves(['超法定时限的', 'Over the statutory limit'], ['未超的', 'Within it']),
  earlyRate: halves(['提前的', 'Early'], ['未提前的', 'Not early']),
  instantCaseShare: halves(['即办件', 'Instant'], ['承诺件', 'Committed']),
  sameDayRate: halves(['当日办结的', 'Same day'], ['非当日办结的', 'Later']),
  throughputRatio: halves(['期内办结的', 'Completed in the period'], ['期内未办结的', 'Not completed in it']),
  cohortCompletionRate: halves(['已办结的', 'Completed'], ['未办结的', 'Not completed']),
  supplementRate: halves(['有补正的', 'With supplements'], ['无补正的', 'Without']),
  returnRate: halves(['退件', 'Returned'], ['未退件的', 'Not returned']),
  notAcceptedRate: halves(['不予受理的', 'Refused'], ['其他', 'Others']),
  onlineApplicationRate: halves(['上网办理的', 'Online'], ['非上网办理的', 'Not online']),
  tradeFailureRate: halves(['流标废标的', 'Failed'], ['成交的', 'Concluded']),
  shortDocumentShare: halves(['不足五日的', 'Under five days'], ['五日及以上的', 'Five days or more']),
  switchedShare: otherMethod,
  objectionUpheldRate: halves(['成立的', 'Upheld'], ['不成立的', 'Not upheld']),
  disqualifiedBidShare: halves(['被否决的', 'Disqualified'], ['未被否决的', 'Not disqualified']),
  exactlyThreeShare: halves(['恰三家的', 'Exactly three'], ['非三家的', 'Not three']),
  singleBidderShare: halves(['仅一家的', 'One bidder'], ['两家及以上的', 'Two or more']),
  repeatRoundShare: halves(['重新招标的', 'Repeated'], ['首次招标的', 'First round']),
  deepDiscountShare: halves(['下浮超三成的', 'Over 30% below'], ['未超三成的', 'Not over 30%']),
  ownGoodReviewRate: good,
  goodReviewRate: good,
  ownReviewShare: halves(['主动评价', 'Unprompted'], ['非主动评价', 'Prompted']),
  badReviewReplyRate: halves(['已回复的', 'Answered'], ['未回复的', 'Not answered']),
  badReviewRectifiedRate: halves(['已整改的', 'Rectified'], ['未整改的', 'Not rectified']),
  badReviewCallBackRate: halves(['已回访的', 'Called back'], ['未回访的', 'Not called back']),
  badReviewSatisfiedRate: halves(['满意的', 'Satisfied'], ['不满意的', 'Not satisfied']),
  complaintReplyRate: replied,
  hotlineReplyRate: replied,
  postCoverage: halves(['在岗的', 'Staffed'], ['不在岗的', 'Not staffed']),
  examPassRate: halves(['合格的', 'Passed'], ['不合格的', 'Not passed']),
}

/** True for a share of records, whose numerator can be listed apart from the rest. */
export function isDivided(measure: Measure): boolean {
  if (measure.kind !== 'ratio') return false
  const [numerator, denominator] = [newestPart(measure.numerator), newestPart(measure.denominator)]
  return (
    numerator.kind === 'flow' &&
    denominator.kind === 'flow' &&
    numerator.fact === denominator.fact &&
    denominator.aggregate === 'count'
  )
}

/** Which half is listed first: for a share of undesired cases, its numerator. */
export const firstShown = (measure: Measure): 'counted' | 'numerator' =>
  measure.better !== 'higher' && isDivided(measure) ? 'numerator' : 'counted'
