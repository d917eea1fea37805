import type { ComputedRef } from 'vue'
import type { Answer, MeasureId } from '#measures'
import type { Loaded } from '../../data/useServerQuery.ts'
import type { Say } from '../../ui/figureWords.ts'
import type { AttentionItem } from './item.ts'
import { computed } from 'vue'
import { measureIds } from '#measures'
import { useAnswer } from '../../data/useAnswer.ts'
import { useBadReviews } from '../../data/useBadReviews.ts'
import { useDueList } from '../../data/useDueList.ts'
import { useFreshness } from '../../data/useFreshness.ts'
import { useGoals } from '../../data/useGoals.ts'
import { useReporting } from '../../data/useReporting.ts'
import { useSignals } from '../../data/useSignals.ts'
import { useFilters } from '../../stores/filters.ts'
import { useMe } from '../../stores/me.ts'
import { lateReplyItem, reportsItem, reviewItem } from './followItems.ts'
import { goalItems, isIn } from './goalItems.ts'
import { dueItem, lateItem, windowItem } from './hallItems.ts'
import { ceilingItem, otherSignals } from './tradeItems.ts'

/** The answers that are checked. */
export interface Judged {
  cases: Loaded<Answer>
  trades: Loaded<Answer>
  feedback: Loaded<Answer>
  /** The answer split by window. */
  windows: Loaded<Answer>
}

/** One check. */
export interface Source {
  name: 'goals' | 'ceilings' | 'due' | 'windows' | 'reviews' | 'late' | 'reports' | 'signals'
  /** Whether the viewer may see it; `asked` is whether it applies to the page's filters and period. */
  may: boolean
  asked: boolean
  loaded: readonly Loaded<unknown>[]
  find: (say: Say) => AttentionItem[]
}

/** True where there are data after the days of an answer. */
export const isOver = (answer: Answer | null): boolean =>
  answer !== null && answer.dataUntil !== null && answer.current.to < answer.dataUntil

/** Checks that concern today, independent of the page's period. */
export const ofNow: ReadonlySet<Source['name']> = new Set(['due', 'late', 'reports'])

const from = <T>({ value }: Loaded<T>, find: (found: T) => AttentionItem[]): AttentionItem[] =>
  value.value === null ? [] : find(value.value)

/**
 * Reads the figures of goals that no answer of the page contains. While one of the answers is null, nothing
 * is read.
 */
export function useGoalFigures(goals: ReturnType<typeof useGoals>, answers: () => (Answer | null)[]) {
  const lacking = computed((): MeasureId[] => {
    const shown = answers()
    if (shown.includes(null)) return []
    const wanted = new Set(goals.value.value?.map(goal => goal.measure))
    return measureIds.filter(
      id => wanted.has(id) && !shown.some(answer => answer !== null && isIn(id, answer)),
    )
  })
  const loaded = useAnswer(() =>
    lacking.value.length > 0 ? { measures: lacking.value, comparison: 'none' } : null,
  )
  return { loaded, asked: computed(() => lacking.value.length > 0) }
}

/** Everything that is read for the checks besides the answers of the page. */
function useReads(judged: Judged) {
  const { cases, trades, feedback } = judged
  const filters = useFilters()
  const me = useMe()
  const isWhole = computed(() => filters.members.length === 0)
  /** True where data continue after the page's days; checks about today do not apply then. */
  const isPast = computed(() => isOver(cases.value.value))
  /**
   * An answer where it covers the same days as that of the cases, so that a sentence never mixes two periods.
   */
  const known = ({ value }: Loaded<Answer>): Answer | null =>
    value.value?.question.period === cases.value.value?.question.period ? value.value : null
  const goals = useGoals(() => (me.seesWholeHall ? cases.value.value : null))
  const others = useGoalFigures(goals, () => (isWhole.value ? [cases, trades, feedback].map(known) : [null]))
  return {
    ...judged,
    me,
    isWhole,
    isPast,
    known,
    goals,
    others,
    figures: [cases, trades, feedback, others.loaded],
    signals: useSignals(() => isWhole.value && me.may('trading.read')),
    freshness: useFreshness(() => isWhole.value),
    reporting: useReporting(() => isWhole.value && !isPast.value),
    due: useDueList(() => (me.may('rows.read') && !isPast.value ? cases.value.value : null)),
    reviews: useBadReviews(),
  }
}
type Reads = ReturnType<typeof useReads>

/** The checks of cases, reviews and reports. */
function hallSources(reads: Reads): Source[] {
  const { me, isWhole, isPast, windows, known, due, reviews, freshness, reporting } = reads
  const rows = { may: me.may('rows.read'), asked: true }
  const whole = { may: true, asked: isWhole.value }
  const now = { may: true, asked: isWhole.value && !isPast.value }
  return [
    {
      name: 'due',
      may: rows.may,
      asked: !isPast.value,
      loaded: [due],
      find: say => from(due, value => dueItem(value, say)),
    },
    {
      name: 'reviews',
      ...rows,
      loaded: [reviews],
      find: say => from(reviews, value => [...reviewItem(value, say), ...lateReplyItem(value, say)]),
    },
    {
      name: 'windows',
      ...whole,
      may: me.seesWholeHall,
      loaded: [windows],
      find: say => from(windows, value => (known(windows) ? windowItem(value, 'onTimeRate', say) : [])),
    },
    {
      name: 'late',
      ...now,
      loaded: [freshness],
      find: say => from(freshness, value => lateItem(value, say)),
    },
    {
      name: 'reports',
      ...now,
      loaded: [reporting],
      find: say => from(reporting, value => reportsItem(value, say)),
    },
  ]
}

/**
 * All checks for what needs action. Checks of the whole hall are left out on a filtered page, and what the
 * viewer may not see is not requested.
 */
export function useSources(judged: Judged): ComputedRef<Source[]> {
  const reads = useReads(judged)
  const { me, isWhole, known, goals, others, figures, signals, cases, trades } = reads
  return computed((): Source[] => {
    const trading = { may: me.may('trading.read'), asked: isWhole.value, loaded: [signals] }
    return [
      {
        name: 'goals',
        may: me.seesWholeHall,
        asked: isWhole.value,
        loaded: [cases, trades, goals, ...(others.asked.value ? [others.loaded] : [])],
        find: say => from(goals, value => goalItems(value, figures.map(known), say)),
      },
      { name: 'ceilings', ...trading, find: say => from(signals, value => ceilingItem(value, say)) },
      ...hallSources(reads),
      { name: 'signals', ...trading, find: say => from(signals, value => otherSignals(value, say)) },
    ]
  })
}
