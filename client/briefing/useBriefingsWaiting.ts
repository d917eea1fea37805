import type { ComputedRef } from 'vue'
import type { Outputs } from '../data/trpc.ts'
import type { Said } from '../ui/pageFindings.ts'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { spanWords, textOfDay } from '#measures'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { useMe } from '../stores/me.ts'
import { usePreferences } from '../stores/preferences.ts'
import { daysOf, periodsFor } from './periods.ts'

/** The most drafts that are read; the exact size of a larger backlog does not matter. */
const counted = 50
type Row = Outputs['briefings']['list'][number]

/** Reads the drafts of a centre, all of which need action. */
export function useDrafts(centre: () => string | null) {
  return useServerQuery(
    'briefings.list.drafts',
    () => {
      const code = centre()
      return code === null ? null : { centre: code, state: 'draft' as const, limit: counted }
    },
    async (input, signal) => trpc.briefings.list.query(input, { signal }),
  )
}

/** The name of the last complete month if it has no monthly report; empty otherwise. */
function useUnwrittenMonth(centre: () => string | null) {
  const at = useCentre()
  const preferences = usePreferences()
  const days = computed(() => {
    if (!at.shown) return null
    const today = textOfDay(at.shown.today)
    const [month = ''] = periodsFor('month', { today, openedOn: at.shown.openedOn })
    return daysOf(month, today)
  })
  const reports = useServerQuery(
    'briefings.list.models',
    () => {
      const code = centre()
      return code === null ? null : { centre: code, series: 'month' as const, limit: 20 }
    },
    async (input, signal) => trpc.briefings.list.query(input, { signal }),
  )
  const isWritten = ({ from, to, state }: Row): boolean =>
    state !== 'withdrawn' && from === days.value?.from && to === days.value.to
  const lacking = computed(() =>
    days.value && reports.value.value && !reports.value.value.some(isWritten)
      ? spanWords(days.value, preferences.language, '')
      : '',
  )
  return { reports, lacking }
}

/** Returns a function that describes the drafts of a stage: a single one by its dates, several by number. */
function useDraftWords(): (rows: readonly Row[], words: string, due: boolean) => Said[] {
  const { t } = useI18n()
  const preferences = usePreferences()
  const named = (rows: readonly Row[]): string => {
    const [issue] = rows
    return rows.length === 1 && issue
      ? t('briefing.waiting.one', {
          period: spanWords(issue, preferences.language, ''),
          template: t(`briefing.templates.${issue.series}`),
        })
      : t('briefing.waiting.several', { count: rows.length })
  }
  return (rows, words, due) => {
    if (rows.length === 0) return []
    const state = t(`briefing.waiting.${words}`)
    return due
      ? [{ text: named(rows), fault: state }]
      : [{ text: t('briefing.waiting.plain', { what: named(rows), state }) }]
  }
}

const inStage = (rows: readonly Row[], stage: Row['review']): Row[] =>
  rows.filter(({ review }) => review === stage)

/** A draft that awaits the viewer, and what is to be done with it. */
interface Next {
  id: number
  what: 'sign' | 'mend' | 'write'
}

/** The first draft that the viewer is to sign, to mend or to write. */
function nextOf(
  drafts: readonly Row[],
  may: (right: 'briefings.freeze' | 'briefings.write') => boolean,
): Next | null {
  const steps = [
    { what: 'sign', right: 'briefings.freeze', stage: 'submitted' },
    { what: 'mend', right: 'briefings.write', stage: 'returned' },
    { what: 'write', right: 'briefings.write', stage: 'open' },
  ] as const
  const own = steps
    .filter(({ right }) => may(right))
    .flatMap(({ what, stage }) => inStage(drafts, stage).map(({ id }): Next => ({ id, what })))
  return own[0] ?? null
}

/**
 * What needs action on the issues, for the heading: returned drafts and drafts that wait for signature (those
 * to sign come first for who signs), overdue instructions, the missing monthly report, and open drafts.
 */
export function useBriefingsWaiting(centre: () => string | null): {
  said: ComputedRef<Said[]>
  /** The first draft that awaits the viewer. */
  next: ComputedRef<Next | null>
  ready: ComputedRef<boolean>
} {
  const { t } = useI18n()
  const me = useMe()
  const drafts = useDrafts(centre)
  const { reports, lacking } = useUnwrittenMonth(centre)
  const part = useDraftWords()
  const tasks = useServerQuery(
    'remarks.tasks',
    () => {
      const code = centre()
      return code === null ? null : { centre: code }
    },
    async (input, signal) => trpc.remarks.tasks.query(input, { signal }),
  )
  const at = (stage: Row['review']): Row[] => inStage(drafts.value.value ?? [], stage)
  const next = computed(() => nextOf(drafts.value.value ?? [], right => me.may(right)))
  const said = computed((): Said[] => {
    const [writes, signs] = [me.may('briefings.write'), me.may('briefings.freeze')]
    const overdue = tasks.value.value?.filter(({ isOverdue }) => isOverdue).length ?? 0
    const returned = part(at('returned'), 'returned', writes)
    const submitted = part(at('submitted'), signs ? 'toSign' : 'submitted', signs)
    const parts = [
      ...(signs ? [...submitted, ...returned] : [...returned, ...submitted]),
      ...(overdue > 0
        ? [{ text: t('briefing.waiting.tasks', { count: overdue }), fault: t('signing.overdue') }]
        : []),
      ...(lacking.value ? [{ text: t('briefing.waiting.unwritten', { period: lacking.value }) }] : []),
      ...part(at('open'), writes ? 'toWrite' : 'writing', false),
    ]
    return parts.length > 0 ? parts : [{ text: t('briefing.waiting.none') }]
  })
  const ready = computed(() =>
    [drafts, reports, tasks].every(({ value, error }) => value.value !== null || error.value !== null),
  )
  return { said, next, ready }
}
