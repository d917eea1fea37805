import type { Outputs } from '../../data/trpc.ts'
import type { Say } from '../../ui/figureWords.ts'
import type { AttentionItem } from './item.ts'
import { dateWords } from '#measures'
import { listed } from '../../ui/listed.ts'

export type BadReviews = Outputs['standards']['badReviews']
type Standing = Outputs['reporting']['standing']

/** Bad reviews with an overdue step. */
export function reviewItem({ open }: BadReviews, say: Say): AttentionItem[] {
  const { t, language } = say
  const late = open.filter(review => review.overdue)
  const [first] = late
  if (!first) return []
  const count = late.length
  return [
    {
      key: 'reviews',
      amount: String(count),
      unit: t('attention.cases'),
      title: t('attention.reviews', { count }),
      detail: t('attention.reviewsDetail', {
        window: first.window?.[language] ?? '',
        given: dateWords(first.given, language, first.due.slice(0, 4)),
        step: t(`attention.steps.${first.step}`),
        due: dateWords(first.due, language, first.given.slice(0, 4)),
      }),
      owner: listed([...new Set(late.flatMap(review => review.window?.[language] ?? []))], say),
      next: t('attention.reviewsNext'),
      urgent: true,
      measure: null,
      figure: null,
      subject: t('attention.reviewsSubject', { count }),
      fault: t('attention.reviewsFault'),
      to: { name: 'feedback', hash: '#follow-ups' },
    },
  ]
}

/** Bad reviews that were answered late, where most of them were. */
export function lateReplyItem({ lateReplies, deadlines, read }: BadReviews, { t }: Say): AttentionItem[] {
  if (!lateReplies) return []
  const count = lateReplies.late
  return [
    {
      key: 'replies',
      amount: String(count),
      unit: t('attention.cases'),
      title: t('attention.replies'),
      detail: t('attention.repliesDetail', { ...lateReplies, count: deadlines.reply }),
      owner: t('attention.hallManagers'),
      next: t('attention.repliesNext'),
      urgent: false,
      measure: null,
      figure: null,
      subject: t('attention.repliesSubject', { count: read }),
      fault: t('attention.repliesFault', { late: count }),
      to: { name: 'feedback', hash: '#follow-ups' },
    },
  ]
}

/** True where somebody is assigned to report by hand; otherwise nothing can be overdue. */
const isKept = ({ reporters }: Standing['standings'][number]): boolean =>
  reporters.some(({ reports }) => reports.some(({ state }) => state === 'inTime' || state === 'late'))

/** Reports by hand that are overdue. */
export function reportsItem({ standings }: Standing, say: Say): AttentionItem[] {
  const { t, language } = say
  const gaps = standings
    .filter(isKept)
    .flatMap(({ names, unreported }) => unreported.map(unit => ({ ...unit, what: names })))
  const [last] = gaps.toSorted((a, b) => b.day.localeCompare(a.day))
  if (!last) return []
  const count = gaps.length
  return [
    {
      key: 'reports',
      amount: String(count),
      unit: t('attention.reportsUnit'),
      title: t('attention.reports'),
      detail: listed(
        gaps.map(gap =>
          t('attention.reportsOne', {
            name: gap[language],
            what: gap.what[language],
            day: dateWords(gap.day, language, last.day.slice(0, 4)),
          }),
        ),
        say,
      ),
      owner: listed([...new Set(gaps.map(gap => gap[language]))], say),
      next: t('attention.reportsNext'),
      urgent: false,
      measure: null,
      figure: null,
      subject: t('attention.reportsSubject', { count }),
      fault: t('attention.reportsFault'),
      to: { name: 'reports' },
    },
  ]
}
