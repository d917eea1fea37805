import type { LocationQueryRaw } from 'vue-router'
import type { Outputs } from '../data/trpc.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { trpc } from '../data/trpc.ts'
import { useServerQuery } from '../data/useServerQuery.ts'
import { useCentre } from '../stores/centre.ts'

type Understanding = Outputs['questions']['understand']
type Understood = Extract<Understanding, { kind: 'understood' }>
export type Asked = Understood['asked']
export type Choices = Extract<Understanding, { kind: 'choice' }>
/** The parts of a question as text, and the possible values of its filters. */
export type Said = Pick<Understood, 'parts' | 'limits'>

const single = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Parses the question in an address; null for anything else. The server validates it like every other. */
function askedIn(text: string): Asked | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return typeof parsed === 'object' && parsed !== null && 'measures' in parsed ? (parsed as Asked) : null
  } catch {
    return null
  }
}

/** The same question for a single day, without a granularity. */
export function forDay(asked: Asked, day: string): Asked {
  const question: Asked = { ...asked, period: day, granularity: 'none' }
  return asked.groupBy.length > 0 ? question : { ...question, order: null, top: null, threshold: null }
}

/** The question in the address: its text, or a chosen or corrected question. */
export function useAsked() {
  const route = useRoute()
  const router = useRouter()
  const centre = useCentre()
  const text = computed(() => single(route.query.q))
  const corrected = computed(() => askedIn(single(route.query.asked)))
  const loaded: Loaded<Understanding> = useServerQuery(
    'questions.understand',
    () =>
      centre.code && (corrected.value !== null || text.value !== '')
        ? { centre: centre.code, text: text.value, asked: corrected.value }
        : null,
    async ({ centre: code, text: said, asked }, signal): Promise<Understanding> =>
      asked
        ? trpc.questions.say.query({ centre: code, asked }, { signal })
        : trpc.questions.understand.query({ centre: code, text: said.slice(0, 201) }, { signal }),
  )
  const hasQuestion = computed(() => corrected.value !== null || text.value !== '')

  function linkTo(query: { q?: string; asked?: Asked }): { query: LocationQueryRaw } {
    const { q: _, asked: __, ...others } = route.query
    return {
      query: {
        ...others,
        ...(query.q !== undefined && { q: query.q }),
        ...(query.asked && { q: text.value, asked: JSON.stringify(query.asked) }),
      },
    }
  }
  const go = (query: { q?: string; asked?: Asked }): void => void router.push(linkTo(query))
  return { text, loaded, hasQuestion, isCorrected: computed(() => corrected.value !== null), go, linkTo }
}
