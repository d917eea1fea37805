import type { ComputedRef } from 'vue'
import type { Answer } from '#measures'
import type { Loaded } from '../../data/useServerQuery.ts'
import type { AttentionItem } from './item.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useDueList } from '../../data/useDueList.ts'
import { useFreshness } from '../../data/useFreshness.ts'
import { useGoals } from '../../data/useGoals.ts'
import { useSignals } from '../../data/useSignals.ts'
import { useFilters } from '../../stores/filters.ts'
import { useMe } from '../../stores/me.ts'
import { usePrinting } from '../../ui/usePrinting.ts'
import { goalItems } from './goalItems.ts'
import { dueItem, lateItem, windowItem } from './hallItems.ts'
import { ceilingItem, otherSignals } from './tradeItems.ts'

/** The answers that are judged. */
interface Judged {
  cases: Loaded<Answer>
  trades: Loaded<Answer>
  feedback: Loaded<Answer>
  /** By window. */
  windows: Loaded<Answer>
}

interface Attention {
  /** What has to be done, the most urgent first. */
  items: ComputedRef<AttentionItem[]>
  /** True once everything that is looked at has been read, or has failed. */
  settled: ComputedRef<boolean>
  /** How many units have not reported. */
  late: ComputedRef<number>
}

/**
 * What needs action: missed goals, prices above their ceilings, cases past their limit, windows worse
 * than the others, units that have not reported, and questions of the ledger. What the reader may not see
 * is not looked at, and what concerns the whole hall is left out where the page shows part of it.
 */
export function useAttention({ cases, trades, feedback, windows }: Judged): Attention {
  const { t } = useI18n()
  const printing = usePrinting()
  const filters = useFilters()
  const me = useMe()
  const isWhole = computed(() => filters.members.length === 0)
  const goals = useGoals(() => cases.value.value)
  const signals = useSignals(() => isWhole.value && me.may('trading.read'))
  const freshness = useFreshness(() => isWhole.value)
  const due = useDueList(() => (me.may('rows.read') ? cases.value.value : null))
  /** What is known of the same days as the cases: a sentence never speaks of two periods. */
  const known = ({ value }: Loaded<Answer>): Answer | null =>
    value.value?.question.period === cases.value.value?.question.period ? value.value : null
  const items = computed((): AttentionItem[] => {
    const say = { t, ...printing }
    const byWindow = known(windows)
    const found = [
      ...(isWhole.value ? goalItems(goals.value.value ?? [], [cases, trades, feedback].map(known), say) : []),
      ...(isWhole.value && signals.value.value ? ceilingItem(signals.value.value, say) : []),
      ...(due.value.value ? dueItem(due.value.value, say) : []),
      ...(byWindow ? windowItem(byWindow, 'onTimeRate', say) : []),
      ...(isWhole.value && freshness.value.value ? lateItem(freshness.value.value, say) : []),
      ...(isWhole.value && signals.value.value ? otherSignals(signals.value.value, say) : []),
    ]
    // Money first, then what the law forbids, then what is late.
    const weight = ({ key, urgent }: AttentionItem): number =>
      urgent ? (['goal savings', 'ceiling', 'due'].indexOf(key) + 4) % 4 : 4
    return found.toSorted((a, b) => weight(a) - weight(b))
  })
  const isRead = (loaded: Loaded<unknown>): boolean =>
    loaded.value.value !== null || loaded.error.value !== null
  const settled = computed(
    () =>
      [cases, trades, windows].every(isRead) &&
      (!me.may('trading.read') || !isWhole.value || isRead(signals)) &&
      (!isWhole.value || isRead(freshness)) &&
      (cases.value.value === null || !me.may('rows.read') || isRead(due)) &&
      (cases.value.value === null || isRead(goals)),
  )
  return { items, settled, late: computed(() => freshness.value.value?.late ?? 0) }
}
