import type { Answer, Figure, Goal, Measure, MeasureId } from '#measures'
import type { AttentionItem } from '../overview/attention/item.ts'
import type { Say } from '../ui/figureWords.ts'
import type { RankedMember } from '../ui/rankMembers.ts'
import {
  countEvidence,
  figureOf,
  listWords,
  measures,
  nameMembers,
  printFigure,
  printInterval,
  printLine,
  standOut,
} from '#measures'
import { goalItems } from '../overview/attention/goalItems.ts'
import { filterDimensions } from '../stores/filters.ts'
import { inSentence } from '../ui/figureWords.ts'
import { rankMembers } from '../ui/rankMembers.ts'
import { alone } from './alone.ts'
import { causeOf } from './causeOf.ts'

const { onTimeRate, ownGoodReviewRate, overdueOpenCases, awardsAboveCeiling, casesReceived } = measures

/** A problem at a centre, with its weight for sorting. */
interface Issue {
  code: string
  weight: number
  item: Omit<AttentionItem, 'key' | 'owner' | 'to' | 'only'>
}

/** The data from which problems are found. */
interface Judged {
  answer: Answer
  /** The goals of each centre, by code. */
  goals: ReadonlyMap<string, readonly Goal[]>
  /** The windows of the centres that are clearly later than the others; absent until they are read. */
  windows?: Answer | null
}

const counted = (value: number): string => value.toLocaleString('en-US')

/** Centres whose on-time rate or review rate is significantly worse than that of all centres together. */
function worseIssues(
  { answer, windows }: Judged,
  { measure, id, weight }: { measure: Measure; id: 'onTimeRate' | 'ownGoodReviewRate'; weight: number },
  say: Say,
): Issue[] {
  const { t, language } = say
  const members = new Map(rankMembers(answer, measure, language).map(member => [member.code, member]))
  const verdicts = [...(standOut(answer, measure)?.verdicts ?? [])]
  const together = printFigure(figureOf(measure, answer.current.overall), measure, say)
  const name = inSentence(measure.names[language], language)
  const issueOf = (member: RankedMember, place: number): Issue => {
    const { interval, failing } = member
    const range = interval && printInterval(interval, measure, say)
    const parts = answer.current.totals.find(({ members: [code] }) => code === member.code)?.parts ?? {}
    return {
      code: member.code,
      // Ordered by `standOut`: strongest evidence first.
      weight: weight + 1 / (place + 1),
      item: {
        amount: counted(failing ?? 0),
        unit: t(`centres.items.${id}Unit`),
        title: t('centres.items.worse', { name }),
        detail:
          t('centres.items.worseDetail', {
            value: printLine(member.value, measure, say),
            range: range ? `${range.low}–${range.high}` : '',
            together,
            n: counted(member.n ?? 0),
          }) + (windows && id === 'onTimeRate' ? causeOf(windows, member.code, say) : ''),
        next: t(`centres.items.${id}Next`),
        urgent: id === 'onTimeRate',
        measure: id,
        figure: figureOf(measure, parts),
        subject: '',
        fault: t('centres.items.worse', { name }),
      },
    }
  }
  return verdicts.flatMap(([code, verdict], place) => {
    const member = members.get(code)
    return verdict === 'worse' && member ? [issueOf(member, place)] : []
  })
}

/** The known figures of a count measure, by centre. */
function figuresOf(answer: Answer, measure: Measure): Map<string, Figure & { value: number }> {
  return new Map(
    answer.current.totals.flatMap(({ members: [code = ''], parts }) => {
      const figure = figureOf(measure, parts)
      return figure.value === null || code === '' ? [] : [[code, { ...figure, value: figure.value }] as const]
    }),
  )
}

/** The issue for a count, such as overdue cases. */
function countIssue(
  id: Extract<MeasureId, 'overdueOpenCases' | 'awardsAboveCeiling'>,
  { code, figure, weight, detail }: { code: string; figure: Figure; weight: number; detail: string },
  { t }: Say,
): Issue {
  const count = counted(figure.value ?? 0)
  return {
    code,
    weight,
    item: {
      amount: count,
      unit: t(`centres.items.${id}Unit`),
      title: t(`centres.items.${id}`, { count }),
      detail,
      next: t(`centres.items.${id}Next`),
      urgent: true,
      measure: id,
      figure,
      subject: '',
      fault: t(`centres.items.${id}`, { count }),
    },
  }
}

/** Centres with significantly more overdue open cases than others with as many cases received. */
function overdueIssues({ answer }: Judged, say: Say): Issue[] {
  const open = figuresOf(answer, overdueOpenCases)
  const received = figuresOf(answer, casesReceived)
  const sum = (of: typeof open): number =>
    [...open.keys()].reduce((total, code) => total + (of.get(code)?.value ?? 0), 0)
  const share = sum(open) / sum(received)
  if (!(share > 0)) return []
  const evidence = Array.from(open, ([code, { value }]) => {
    const expected = (received.get(code)?.value ?? 0) * share
    return { code, observed: value, expected, variance: expected, judged: expected >= 1 }
  })
  return nameMembers(countEvidence(evidence)).named.flatMap(({ code, side }) => {
    const figure = open.get(code)
    const expected = evidence.find(member => member.code === code)?.expected ?? 0
    const detail = say.t('centres.items.overdueDetail', { expected: counted(Math.round(expected)) })
    return side === 'high' && figure
      ? [countIssue('overdueOpenCases', { code, figure, weight: 3, detail }, say)]
      : []
  })
}

/** Centres with awards above the price ceiling. The law forbids them, so no comparison is needed. */
const ceilingIssues = ({ answer }: Judged, say: Say): Issue[] =>
  Array.from(figuresOf(answer, awardsAboveCeiling)).flatMap(([code, figure]) =>
    figure.value > 0
      ? [
          countIssue(
            'awardsAboveCeiling',
            { code, figure, weight: 4.6, detail: say.t('centres.items.ceilingDetail') },
            say,
          ),
        ]
      : [],
  )

/** The goals that centres miss: their own, or those inherited from the centre above. */
function goalIssues({ answer, goals }: Judged, say: Say): Issue[] {
  return Array.from(goals).flatMap(([code, own]) => {
    const shown = alone(answer, code)
    return (shown ? goalItems(own, [shown], say) : []).map((item): Issue => ({ code, weight: 2, item }))
  })
}

/**
 * The query of the same page for another centre. Filters by unit, window and so on are dropped, because they
 * apply to one centre only.
 */
export const centreQuery = (code: string): Record<string, string | undefined> => ({
  ...Object.fromEntries(filterDimensions.map(dimension => [dimension, undefined])),
  centre: code,
})

/** Returns the short and the full name of a centre. */
export type NameOf = (code: string) => { short: string; whole: string }

function itemOf(
  { short: name, whole }: ReturnType<NameOf>,
  [first, ...others]: readonly Issue[],
  { t, language }: Say,
): AttentionItem[] {
  if (!first) return []
  const also = listWords(
    others.map(({ item }) => item.title),
    language,
  )
  const { code, item } = first
  return [
    {
      ...item,
      key: `centre ${code}`,
      title: t('centres.items.title', { name, title: inSentence(item.title, language) }),
      detail: item.detail + (also ? t('centres.items.also', { also }) : ''),
      owner: t('centres.items.owner', { name: whole }),
      urgent: [first, ...others].some(issue => issue.item.urgent),
      subject: name,
      only: [{ dimension: 'centre', in: [code] }],
      to: { name: 'overview', query: centreQuery(code) },
    },
  ]
}

/**
 * One line per centre that needs action: its most serious problem, with the titles of its other problems.
 * Problems of one kind are ordered by strength of evidence.
 */
export function centreItems(judged: Judged, nameOf: NameOf, say: Say): AttentionItem[] {
  const issues = [
    ...worseIssues(judged, { measure: onTimeRate, id: 'onTimeRate', weight: 4 }, say),
    ...ceilingIssues(judged, say),
    ...overdueIssues(judged, say),
    ...goalIssues(judged, say),
    ...worseIssues(judged, { measure: ownGoodReviewRate, id: 'ownGoodReviewRate', weight: 0.5 }, say),
  ].toSorted((a, b) => b.weight - a.weight)
  const codes = [...new Set(issues.map(({ code }) => code))]
  return codes.flatMap(code =>
    itemOf(
      nameOf(code),
      issues.filter(issue => issue.code === code),
      say,
    ),
  )
}

/** The centres that are significantly later than the others, strongest evidence first. */
export const latestCentres = (answer: Answer): string[] =>
  [...(standOut(answer, onTimeRate)?.verdicts ?? [])].flatMap(([code, verdict]) =>
    verdict === 'worse' ? [code] : [],
  )
