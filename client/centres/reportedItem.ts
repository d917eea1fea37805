import type { Outputs } from '../data/trpc.ts'
import type { AttentionItem } from '../overview/attention/item.ts'
import type { Say } from '../ui/figureWords.ts'
import type { NameOf } from './centreItems.ts'
import { dateWords } from '#measures'
import { listed } from '../ui/listed.ts'

type Reported = Outputs['centres']['reported']

/** The day up to which a centre has reported, and the day that was expected, as text. */
export const reachWords = ({ until, expectedUntil }: Reported[number], { t, language }: Say): string =>
  until === null ? t('centres.reported.never') : dateWords(until, language, expectedUntil.slice(0, 4))

/** The centres that have not reported as expected, as one item; those furthest behind are named. */
export function reportedItem(reported: Reported, nameOf: NameOf, say: Say): AttentionItem[] {
  const { t } = say
  const late = reported
    .filter(report => report.late)
    .toSorted((a, b) => (a.until ?? '').localeCompare(b.until ?? ''))
  if (late.length === 0) return []
  const count = late.length
  return [
    {
      key: 'reported',
      amount: String(count),
      unit: t('centres.items.centres', { count }),
      title: t('attention.late'),
      detail: listed(
        late.map(report =>
          report.until === null
            ? t('centres.reported.neverOne', { name: nameOf(report.centre.code).short })
            : t('attention.reportedUntil', {
                name: nameOf(report.centre.code).short,
                day: reachWords(report, say),
              }),
        ),
        say,
      ),
      owner: listed(
        late.map(report => nameOf(report.centre.code).short),
        say,
      ),
      next: t('attention.lateNext'),
      urgent: false,
      measure: null,
      figure: null,
      subject: t('centres.items.lateSubject', { count }),
      fault: t('attention.lateFault'),
      to: { hash: '#reported' },
    },
  ]
}
