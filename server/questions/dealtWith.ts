import type { MeasureId } from '#measures'
import type { Meant } from './meant.ts'
import type { Slots } from './slots.ts'
import { mediansOf } from './medians.ts'

type How = Slots['dealt'][number]['how']

/** The measures of how a kind of message was handled: the share, and the time taken. */
interface Dealt {
  subject: MeasureId
  rate: MeasureId
  days?: MeasureId
}

const recorded: Record<How, readonly Dealt[]> = {
  replied: [
    { subject: 'complaints', rate: 'complaintReplyRate', days: 'complaintReplyDays' },
    { subject: 'hotlineCalls', rate: 'hotlineReplyRate', days: 'hotlineReplyDays' },
    { subject: 'badReviews', rate: 'badReviewReplyRate' },
  ],
  rectified: [{ subject: 'badReviews', rate: 'badReviewRectifiedRate' }],
  calledBack: [{ subject: 'badReviews', rate: 'badReviewCallBackRate' }],
}

const offered = (ids: readonly MeasureId[]): Meant => ({
  kind: 'offer',
  why: {
    zh: '没有识别出问的是比例还是用时；这方面有以下记录',
    en: 'it is not clear whether the share or the time is meant; these are recorded',
  },
  ids: [...new Set(ids)],
})

/**
 * The measures meant by a text about the handling of messages: 投诉平均几天答复, complaints answered. Null for other
 * texts. The number of answered messages is no measure of its own: the share is offered, next to which the
 * number is shown.
 */
export function dealtWithMeant(slots: Slots, asksSpeed: boolean): Meant | null {
  const [first, other] = slots.dealt
  if (!first) return null
  const kinds = recorded[first.how]
  const named = slots.measures.flatMap(({ ids }) => ids)
  const meant = kinds.filter(({ subject }) => named.includes(subject))
  const subjects = meant.length > 0 ? meant : kinds
  const rates = subjects.map(({ rate }) => rate)
  const inTime = (ids: MeasureId[]): MeasureId[] => (slots.isMedian ? mediansOf(ids) : ids)
  const days = inTime(subjects.flatMap(subject => subject.days ?? []))
  const isOdd = named.some(id => !kinds.some(({ subject }) => subject === id))
  if ((other && other.how !== first.how) || isOdd) return offered([...rates, ...days, ...named])
  const asks = (...units: ('days' | 'percent')[]): boolean =>
    slots.units.some(group => units.some(unit => group.includes(unit)))
  if (asks('percent')) return { kind: 'meant', ids: [rates] }
  if (!asks('days') && !asksSpeed && !slots.isAverage && !slots.isMedian) return offered([...rates, ...days])
  if (days.length === 0) return offered(rates)
  return { kind: 'meant', ids: [meant.length > 0 ? days : [...inTime(['averageReplyDays']), ...days]] }
}
