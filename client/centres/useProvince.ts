import type { ComputedRef } from 'vue'
import type { Answer, Goal, Language, QuestionInput } from '#measures'
import type { Outputs } from '../data/trpc.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import type { DivisionNode } from './divisionTree.ts'
import type { NamedCentre } from './matrixLines.ts'
import { computed } from 'vue'
import { parsePeriod, unpackAnswer } from '#measures'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { useFilters } from '../stores/filters.ts'
import { useMe } from '../stores/me.ts'
import { latestCentres } from './centreItems.ts'
import { divisionTree, shortNames } from './divisionTree.ts'
import { joined } from './joined.ts'
import { behindOthers, centreMeasures, questionsOf, watchedMeasures } from './questions.ts'

/** For up to this number of late centres, the windows that cause the delay are read. */
const mostExplained = 6

type Reported = Outputs['centres']['reported']

/** The data of the page of centres. */
interface Province {
  /** The figures of the compared centres, each and all together. */
  loaded: Loaded<Answer>
  reported: Loaded<Reported>
  /** The compared centres in the tree of divisions. */
  tree: ComputedRef<DivisionNode<NamedCentre>>
  /** The centres that are not compared: their records end too early, or they have none. */
  behind: ComputedRef<NamedCentre[]>
  empty: ComputedRef<NamedCentre[]>
  goals: ComputedRef<ReadonlyMap<string, readonly Goal[]>>
  /**
   * The windows of the centres that are clearly later than the others; null where there is no such centre.
   */
  windows: ComputedRef<Answer | null>
  /** The short name of a centre. */
  nameOf: (code: string, language: Language) => string
  /** True once everything that can need action has been read or has failed. */
  settled: ComputedRef<boolean>
}

const isRead = ({ value, error }: Loaded<unknown>): boolean => value.value !== null || error.value !== null

const ask = async (question: QuestionInput, signal: AbortSignal): Promise<Answer> =>
  unpackAnswer(await trpc.measures.ask.query(question, { signal }))

/** Selects the centres that are compared: those whose records reach nearly as far as those of the others. */
function useCompared() {
  const centre = useCentre()
  const filters = useFilters()
  const reported = useServerQuery(
    'centres.reported',
    () => (centre.all === null ? null : {}),
    async (_, signal) => trpc.centres.reported.query(undefined, { signal }),
  )
  const filled = computed(() => (centre.all ?? []).filter(listed => listed.filled.records))
  const empty = computed(() => (centre.all ?? []).filter(listed => !listed.filled.records))
  /** The last day of the page's period; infinite where the period in the address is invalid. */
  const lastDay = computed(() => {
    try {
      return parsePeriod(filters.period, centre.shown?.today ?? 0).to
    } catch {
      return Infinity
    }
  })
  const codes = computed(() => {
    const reporting = (reported.value.value ?? []).filter(report =>
      filled.value.some(({ code }) => code === report.centre.code),
    )
    return behindOthers(reporting, lastDay.value)
  })
  const compared = computed(() => filled.value.filter(({ code }) => !codes.value.has(code)))
  const behind = computed(() => filled.value.filter(({ code }) => codes.value.has(code)))
  return { reported, compared, behind, empty }
}

/** Reads the late cases by window of the centres that are clearly later than the others, in one question. */
function useLateWindows(answer: () => Answer | null) {
  const codes = computed(() => {
    const shown = answer()
    return shown ? latestCentres(shown).slice(0, mostExplained) : []
  })
  const windows = useServerQuery(
    'measures.ask',
    (): QuestionInput | null => {
      const { from, to } = answer()?.current ?? {}
      if (codes.value.length === 0 || !from || !to) return null
      // All centres are counted up to the same day, so their windows are as well.
      const period = `${from}..${to}`
      const asked = { measures: ['onTimeRate' as const], centres: codes.value, period }
      return { ...asked, groupBy: ['centre', 'window'], comparison: 'none' }
    },
    ask,
  )
  return {
    windows: computed(() => (codes.value.length > 0 && !windows.stale.value ? windows.value.value : null)),
    windowsSettled: computed(() => codes.value.length === 0 || isRead(windows)),
  }
}

/** The divisions of the centres, and the short names of the centres. */
function useNames() {
  const centre = useCentre()
  const divisions = useServerQuery(
    'centres.divisions',
    () => ({}),
    async (_, signal) => trpc.centres.divisions.query(undefined, { signal }),
  )
  const names = computed(
    () =>
      new Map(
        shortNames(divisions.value.value ?? [], centre.all ?? []).map(name => [name.code, name] as const),
      ),
  )
  return {
    divisions,
    named: (named: NamedCentre): NamedCentre => ({ ...named, ...names.value.get(named.code) }),
    nameOf: (code: string, language: Language): string => names.value.get(code)?.[language] ?? code,
  }
}

/** Reads the data of all centres that the viewer sees, in a fixed number of questions. */
export function useProvince(): Province {
  const filters = useFilters()
  const me = useMe()
  const { divisions, named, nameOf } = useNames()
  const { reported, compared, behind, empty } = useCompared()
  const ids = computed(() => me.askable([...centreMeasures, ...watchedMeasures]))
  const loaded: Loaded<Answer> = useServerQuery(
    'measures.ask.centres',
    (): QuestionInput[] | null => {
      if (!isRead(reported)) return null
      const questions = questionsOf(compared.value, filters.period, ids.value)
      return questions.length > 0 ? questions : null
    },
    async (questions, signal) =>
      joined(await Promise.all(questions.map(async question => ask(question, signal)))),
  )
  const answer = loaded.value
  const targets = useServerQuery(
    'centres.allTargets',
    () => {
      const { from, to } = answer.value?.current ?? {}
      const centres = compared.value.map(({ code }) => code)
      return me.seesWholeHall && from && to ? { centres, from, to } : null
    },
    async (input, signal) => trpc.centres.allTargets.query(input, { signal }),
  )
  const { windows, windowsSettled } = useLateWindows(() => answer.value)
  const nothing = computed(() => isRead(reported) && compared.value.length === 0)
  const judged = computed(
    () => answer.value !== null && windowsSettled.value && (!me.seesWholeHall || isRead(targets)),
  )
  return {
    loaded,
    reported,
    tree: computed(() => divisionTree(divisions.value.value ?? [], compared.value.map(named))),
    behind: computed(() => behind.value.map(named)),
    empty: computed(() => empty.value.map(named)),
    goals: computed(() => new Map((targets.value.value ?? []).map(target => [target.centre, target.goals]))),
    windows,
    nameOf,
    settled: computed(
      () => isRead(divisions) && (nothing.value || loaded.error.value !== null || judged.value),
    ),
  }
}
