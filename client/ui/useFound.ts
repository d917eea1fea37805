import type { ComputedRef, Ref } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import type { MeasureId, RowsQuestionInput } from '#measures'
import type { Outputs } from '../data/trpc.ts'
import { watchDebounced } from '@vueuse/core'
import { computed, shallowRef } from 'vue'
import { useRoute } from 'vue-router'
import { measureIds, measureNamed } from '#measures'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'
import { useMe } from '../stores/me.ts'
import { usePreferences } from '../stores/preferences.ts'

type LookedUp = Outputs['questions']['lookUp'][number]
type Group = 'pages' | 'measures' | 'question' | `${LookedUp['kind']}s`
/** The record of a case: the figure whose records contain it, and the filter that selects it. */
export interface FoundRecord {
  id: MeasureId
  question: Pick<RowsQuestionInput, 'centres' | 'period' | 'filters' | 'record'>
}
/** The target of a search result: a page, a record, or the answer to a question. */
type Leads = { to: RouteLocationRaw } | { record: FoundRecord } | { ask: string }

/** A search result, or the typed text as a question. */
export interface Hit {
  key: string
  group: Group
  text: string
  leads: Leads
}

/** A page that can be found by its names. */
export interface NamedPlace {
  name: string
  names: { zh: string; en: string }
}

interface Found {
  hits: ComputedRef<Hit[]>
  /** True once the server has replied for the present text. */
  known: ComputedRef<boolean>
  /** Searches for the present text at once. */
  hurry: () => void
  sought: ComputedRef<string>
}

const pause = 150
const mostOfGroup = 6

type RouteQueryValue = ReturnType<typeof useRoute>['query'][string]

/** The filters of the page are kept in links; the text of an earlier question is not. */
function useKeptQuery(): ComputedRef<Record<string, RouteQueryValue>> {
  const route = useRoute()
  return computed(() => {
    const left = new Set(['q', 'asked', 'window', 'item'])
    return Object.fromEntries(Object.entries(route.query).filter(([key]) => !left.has(key)))
  })
}

function placeOf(
  { kind, code }: LookedUp,
  { query, centre }: { query: Record<string, RouteQueryValue>; centre: string | null },
): RouteLocationRaw {
  switch (kind) {
    case 'window':
      return { name: 'window', params: { code }, query }
    case 'item':
      return { name: 'items', query: { ...query, item: code } }
    case 'trade':
      return { name: 'trade', params: { code }, query }
    case 'briefing':
      return { name: 'briefing', params: { id: code }, query: { centre } }
    default:
      return { name: 'measures', hash: `#${code}`, query }
  }
}

/** The server's results for a text, read once typing has paused. */
function useLookUp(sought: Ref<string>) {
  const me = useMe()
  const centre = useCentre()
  const settled = shallowRef(sought.value)
  const hurry = (): void => void (settled.value = sought.value)
  watchDebounced(sought, hurry, { debounce: pause })
  const mayLook = computed(() => centre.code !== null && sought.value !== '' && me.may('figures.read'))
  const looked = useServerQuery(
    'questions.lookUp',
    () =>
      centre.code && mayLook.value && settled.value !== ''
        ? { centre: centre.code, text: settled.value.slice(0, 80) }
        : null,
    async (input, signal) => trpc.questions.lookUp.query(input, { signal }),
  )
  const answered = computed(
    () => looked.error.value !== null || (looked.value.value !== null && !looked.stale.value),
  )
  return {
    things: computed(() => (sought.value === '' || looked.stale.value ? [] : (looked.value.value ?? []))),
    known: computed(() => !mayLook.value || (settled.value === sought.value && answered.value)),
    hurry,
  }
}

/** Search results for the typed text: pages, figures and records by name. */
export function useFound(typed: () => string, pages: readonly NamedPlace[]): Found {
  const me = useMe()
  const centre = useCentre()
  const preferences = usePreferences()
  const kept = useKeptQuery()
  const sought = computed(() => typed().trim())
  const { things, known, hurry } = useLookUp(sought)

  const fits = (names: { zh: string; en: string }): boolean => {
    const text = sought.value.toLowerCase()
    return text !== '' && [names.zh, names.en].some(name => name.toLowerCase().includes(text))
  }
  function leadsOf(hit: LookedUp): Leads {
    if (hit.kind !== 'case') return { to: placeOf(hit, { query: kept.value, centre: centre.code }) }
    const question = {
      centres: centre.code === null ? [] : [centre.code],
      period: `${hit.day ?? ''}..${hit.day ?? ''}`,
      filters: [],
      record: hit.code,
    }
    return { record: { id: hit.behind ?? 'casesReceived', question } }
  }
  /** Figures by name, found on the client at once; the server also finds their synonyms. */
  function figureHits(): Hit[] {
    const taken = new Set(things.value.map(({ code }) => code))
    const ids = measureIds.filter(id => !taken.has(id) && fits(measureNamed(id).names))
    return ids.slice(0, mostOfGroup).map((id): Hit => {
      const to = { name: 'measures', hash: `#${id}`, query: kept.value }
      const text = measureNamed(id).names[preferences.language]
      return { key: `measure ${id}`, group: 'measures', text, leads: { to } }
    })
  }
  const named = computed((): Hit[] => [
    ...pages
      .filter(({ names }) => fits(names))
      .map(({ name, names }): Hit => {
        const text = names[preferences.language]
        return { key: `page ${name}`, group: 'pages', text, leads: { to: { name, query: kept.value } } }
      }),
    ...things.value.map((thing): Hit => {
      const key = `${thing.kind} ${thing.code} ${thing.names.zh}`
      return { key, group: `${thing.kind}s`, text: thing.names[preferences.language], leads: leadsOf(thing) }
    }),
    ...(me.may('catalogue.read') ? figureHits() : []),
  ])
  /** Briefings come last: their titles contain the names of figures and units. */
  const hits = computed(() => [
    ...named.value.filter(({ group }) => group !== 'briefings'),
    ...named.value.filter(({ group }) => group === 'briefings'),
  ])
  return { hits, known, hurry, sought }
}
