import type { Answer, AnswerBucket, Cell, Measure, MeasureId, Member, Parts } from '#measures'
import type { ReadableError } from '../data/trpc.ts'
import type { Loaded } from '../data/useServerQuery.ts'
import type { UsualAnswers } from '../windows/compare/useUsual.ts'
import { shallowRef } from 'vue'
import { dayOf, measureNamed, monthEnd, monthStart, partKey, partsOf, textOfDay } from '#measures'

/** Returns a generator of reproducible random numbers. */
function noise(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

/** The parts of a ratio of k in n; a sum or level is k. */
function partsFor(measure: Measure, k: number, n: number): Parts {
  const parts: Parts = Object.fromEntries(partsOf(measure).map(part => [partKey(part), n]))
  if ('numerator' in measure)
    parts[partKey(measure.numerator)] = measure.kind === 'mean' ? Math.round(k / measure.scale) : k
  else if (measure.kind !== 'quantile') parts[partKey(measure.part)] = k
  return parts
}

function added(all: readonly Parts[]): Parts {
  return all.reduce<Record<string, number>>((sum, parts) => {
    for (const [key, value] of Object.entries(parts)) sum[key] = (sum[key] ?? 0) + Number(value)
    return sum
  }, {})
}

/** The parameters of an invented answer. */
interface Invented {
  measures: readonly MeasureId[]
  codes: readonly (readonly string[])[]
  months: number
  seed: number
}

function monthBuckets(months: number): AnswerBucket[] {
  return Array.from({ length: months }, (_, index) => {
    const at = new Date(Date.UTC(2023, index, 1))
    const last = new Date(Date.UTC(2023, index + 1, 0))
    return {
      key: at.toISOString().slice(0, 7),
      from: at.toISOString().slice(0, 10),
      to: last.toISOString().slice(0, 10),
    }
  })
}

function sideOf({ measures, codes, months, seed }: Invented): Answer['current'] {
  const random = noise(seed)
  const buckets = monthBuckets(months)
  const perMember = codes.map(members => {
    const size = Math.round(20 + 900 * random() ** 2)
    return buckets.map((_, bucket): Cell => {
      const n = Math.max(1, Math.round(size * (0.8 + 0.4 * random())))
      return {
        bucket,
        members: [...members],
        parts: added(
          measures.map(id => partsFor(measureNamed(id), Math.round(n * (0.9 + 0.1 * random())), n)),
        ),
      }
    })
  })
  const totals = perMember.map((cells, index): Cell => ({
    bucket: 0,
    members: [...(codes[index] ?? [])],
    parts: added(cells.map(cell => cell.parts)),
  }))
  return {
    from: buckets[0]?.from ?? '',
    to: buckets.at(-1)?.to ?? '',
    buckets,
    cells: perMember.flat(),
    totals,
    overall: added(totals.map(cell => cell.parts)),
    coverage: {},
    versions: {},
  }
}

/** An invented answer. Its question names no centre, so that components which depend on it read nothing. */
export function inventedAnswer(what: Invented): Answer {
  const places = what.codes[0]?.length ?? 0
  const members = Array.from({ length: places }, (_, place): Member[] =>
    Array.from(new Set(what.codes.map(codes => codes[place] ?? '')), code => ({
      code,
      zh: `${code}号窗口`,
      en: `Window ${code}`,
    })),
  )
  const current = sideOf(what)
  return {
    question: {
      measures: [...what.measures],
      centres: [],
      period: `${current.from}..${current.to}`,
      granularity: 'month',
      comparison: 'lastYear',
      groupBy: [],
      filters: [],
      benchmark: false,
    },
    asOf: '2026-01-01T00:00:00Z',
    dataUntil: current.to,
    knownDays: {},
    openedOn: null,
    dataVersions: {},
    currency: 'CNY',
    demo: false,
    partial: false,
    members,
    current,
    earlier: sideOf({ ...what, seed: what.seed + 1 }),
    settingChanges: [],
    sources: [],
  }
}

/** A value as returned by `useServerQuery`, in any of its states. */
export function held<T>(
  value: T | null,
  state: { loading?: boolean; error?: ReadableError | null; stale?: boolean } = {},
): Loaded<T> {
  return {
    value: shallowRef(value),
    error: shallowRef(state.error ?? null),
    loading: shallowRef(state.loading ?? false),
    stale: shallowRef(state.stale ?? false),
    retry: () => undefined,
  }
}

export const windowCodes = (count: number): string[][] =>
  Array.from({ length: count }, (_, index) => [String(index + 1).padStart(2, '0')])

/** Twenty months with their usual range; the last one is too low. */
export function inventedUsual(measure: MeasureId): UsualAnswers {
  const buckets = Array.from({ length: 20 }, (_, place) => {
    const from = monthStart(dayOf(2025, 1, 1), place)
    const value = place === 19 ? 0.9 : 0.97 + 0.004 * Math.sin(place)
    return {
      key: textOfDay(from).slice(0, 7),
      from: textOfDay(from),
      to: textOfDay(monthEnd(from)),
      value,
      mean: 0.97,
      low: 0.95,
      high: 0.99,
    }
  })
  return [
    {
      measure,
      granularity: 'month',
      buckets,
      signals: [{ at: 19, rule: 'outside', side: 'low' }],
      steps: [],
      undone: [],
      halfWidth: 0.02,
    },
  ]
}
