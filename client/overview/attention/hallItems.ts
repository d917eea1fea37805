import type { Answer, Measure, MeasureId } from '#measures'
import type { Outputs } from '../../data/trpc.ts'
import type { Say } from '../../ui/figureWords.ts'
import type { AttentionItem } from './item.ts'
import { dateWords, figureOf, measures, printLine } from '#measures'
import { inSentence } from '../../ui/figureWords.ts'
import { listed } from '../../ui/listed.ts'
import { funnelOf } from '../../windows/compare/rates.ts'

type DueList = Outputs['measures']['due']
type Freshness = Outputs['centres']['freshness']

/** Open cases that are overdue, or due within a working day. */
export function dueItem(list: DueList, say: Say): AttentionItem[] {
  const { t, language } = say
  const isOver = list.overdue.total > 0
  const side = isOver ? list.overdue : list.near
  const [first] = side.cases
  if (!first || side.total === 0) return []
  const window = first.window?.[language] ?? ''
  const count = side.total.toLocaleString('en-US')
  return [
    {
      key: 'due',
      amount: count,
      unit: t('attention.cases'),
      title: isOver ? t('due.overdue', { count }) : t('attention.near', { count }),
      detail: t('attention.dueDetail', {
        window,
        item: first.item?.[language] ?? first.caseNumber,
        day: dateWords(first.due, language, list.day.slice(0, 4)),
      }),
      owner: window,
      next: t(isOver ? 'attention.overdueNext' : 'attention.nearNext'),
      urgent: isOver,
      measure: isOver ? 'overdueOpenCases' : 'nearDueCases',
      figure: null,
      // Due cases concern today, independent of the page's period.
      days: `${list.day}..${list.day}`,
      subject: t('attention.open'),
      fault: t(isOver ? 'attention.overdueFault' : 'attention.nearFault', { count }),
      to: { hash: '#due' },
    },
  ]
}

/** Windows whose share is significantly worse than the hall's, tested over all windows. */
export function windowItem(answer: Answer, id: MeasureId, say: Say): AttentionItem[] {
  const { t, language } = say
  const measure: Measure = measures[id]
  const funnel = answer.current.totals.length > 1 ? funnelOf(answer, measure, language) : null
  const worse = (funnel?.members ?? []).filter(({ verdict }) => verdict === 'worse')
  const [first] = worse
  if (!funnel || !first) return []
  const name = measure.names[language]
  return [
    {
      key: `windows ${id}`,
      amount: String(worse.length),
      unit: t('attention.windows'),
      title: t('attention.windowsWorse', { name }),
      detail: t('attention.windowsDetail', {
        names: listed(
          worse.map(member => `${member.name} ${printLine(member.value, measure, say)}`),
          say,
        ),
        hall: printLine(funnel.theta, measure, say),
        looked: funnel.lookedAt,
      }),
      owner: listed(
        worse.map(member => member.name),
        say,
      ),
      next: t('attention.windowsNext'),
      urgent: false,
      measure: id,
      figure: figureOf(measure, answer.current.overall),
      only: [{ dimension: 'window', in: worse.map(member => member.code) }],
      subject: t('attention.windowsSubject', { count: worse.length }),
      fault: t('attention.windowsFault', { name: inSentence(name, language) }),
      to:
        worse.length === 1
          ? { name: 'window', params: { code: first.code } }
          : { name: 'windows', hash: '#ranking' },
    },
  ]
}

/** Units whose reports are overdue. */
export function lateItem({ units }: Freshness, say: Say): AttentionItem[] {
  const { t, language } = say
  const late = units.filter(unit => unit.late)
  if (late.length === 0) return []
  const names = late.map(unit => unit.unit[language])
  const year = late[0]?.expectedUntil.slice(0, 4) ?? ''
  return [
    {
      key: 'late',
      amount: String(late.length),
      unit: t('attention.units'),
      title: t('attention.late'),
      detail: listed(
        late.map(({ unit, reportedUntil }) =>
          reportedUntil === null
            ? t('attention.neverReported', { name: unit[language] })
            : t('attention.reportedUntil', {
                name: unit[language],
                day: dateWords(reportedUntil, language, year),
              }),
        ),
        say,
      ),
      owner: listed(names, say),
      next: t('attention.lateNext'),
      urgent: false,
      measure: null,
      figure: null,
      subject: t('attention.lateSubject', { count: late.length }),
      fault: t('attention.lateFault'),
      to: { hash: '#reporting' },
    },
  ]
}
