import type { ComputedRef } from 'vue'
import type { Loaded } from '../../data/useServerQuery.ts'
import type { AttentionItem } from './item.ts'
import type { Judged, Source } from './useSources.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useFreshness } from '../../data/useFreshness.ts'
import { useFilters } from '../../stores/filters.ts'
import { usePrinting } from '../../ui/usePrinting.ts'
import { isOver, ofNow, useSources } from './useSources.ts'

interface Attention {
  /** What needs action, the most urgent first. */
  items: ComputedRef<AttentionItem[]>
  /** True once every check has been read or has failed. */
  settled: ComputedRef<boolean>
  /** The number of units that have not reported. */
  late: ComputedRef<number>
  /** The text where nothing needs action, or nothing soon. */
  calm: ComputedRef<string>
  /** Which checks were made, and which could not be made. */
  looked: ComputedRef<string>
  /** The checks that found nothing; empty where one could not be made, or where much was found. */
  checked: ComputedRef<string[]>
  /** True where the page shows a past period; checks about today are then left out. */
  past: ComputedRef<boolean>
}

const isRead = ({ value, error }: Loaded<unknown>): boolean => value.value !== null || error.value !== null

const hasFailed = ({ loaded }: { loaded: readonly Loaded<unknown>[] }): boolean =>
  loaded.some(load => load.value.value === null && load.error.value !== null)

/** What needs action, and the checks behind it. */
export function useAttention(judged: Judged): Attention {
  const { t } = useI18n()
  const printing = usePrinting()
  const filters = useFilters()
  const sources = useSources(judged)
  const freshness = useFreshness(() => filters.members.length === 0)
  const past = computed(() => isOver(judged.cases.value.value))
  const mine = computed(() => sources.value.filter(source => source.may))
  const asked = computed(() => mine.value.filter(source => source.asked))
  const items = computed((): AttentionItem[] => {
    const items = asked.value.flatMap(source => source.find({ t, ...printing }))
    // In this order: money, violations of law, delays.
    const weight = ({ key, urgent }: AttentionItem): number =>
      urgent ? (['goal savings', 'ceiling', 'due'].indexOf(key) + 4) % 4 : 4
    return items.toSorted((a, b) => weight(a) - weight(b))
  })
  const failed = computed(() => asked.value.filter(hasFailed))
  const said = (names: readonly { name: string }[]): string =>
    names.map(({ name }) => t(`attention.looked.${name}`)).join(printing.language === 'zh' ? '、' : ', ')
  const isWhole = computed(() => failed.value.length + filters.members.length === 0)
  const calm = computed(() => {
    if (past.value && isWhole.value)
      return t(`attention.calm${items.value[0] ? 'Now' : ''}Past`, { first: items.value[0]?.title ?? '' })
    const all = failed.value.length === 0 && asked.value.length === mine.value.length
    return t(`attention.${items.value.length > 0 ? 'calmNow' : 'calm'}${all ? '' : 'Part'}`)
  })
  /** True where the room beside the figures lists the checks that found nothing. */
  const isTicked = computed(() => isWhole.value && items.value.length < 3)
  const isNowAlone = ({ name }: Source): boolean => past.value && ofNow.has(name)
  const looked = computed(() =>
    [
      ['checked', isTicked.value ? [] : asked.value.filter(source => !hasFailed(source))] as const,
      ['nowAlone', mine.value.filter(isNowAlone)] as const,
      ['wholeAlone', mine.value.filter(source => !source.asked && !isNowAlone(source))] as const,
      ['unread', failed.value] as const,
    ]
      .map(([word, names]) => (names.length > 0 ? t(`attention.${word}`, { names: said(names) }) : ''))
      .join(printing.language === 'zh' ? '' : ' '),
  )
  const checked = computed(() =>
    asked.value.flatMap(({ name, find, loaded }) =>
      isTicked.value && loaded.every(isRead) && find({ t, ...printing }).length === 0
        ? [said([{ name }])]
        : [],
    ),
  )
  const settled = computed(
    () => judged.cases.value.value !== null && asked.value.every(source => source.loaded.every(isRead)),
  )
  const late = computed(() => (past.value ? 0 : (freshness.value.value?.late ?? 0)))
  return { items, settled, late, calm, looked, checked, past }
}
