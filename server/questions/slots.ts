import type { Granularity, MeasureId, Unit } from '#measures'
import type { Threshold } from './limit.ts'
import type { Meaning, MemberGroup, ThresholdUnit, Token } from './word.ts'
import { commonVocabulary } from './vocabulary.ts'

type MeaningOf<K extends Meaning['kind']> = Extract<Meaning, { kind: K }>

/** The parsed words of a text, before their joint meaning is decided. */
export interface Slots {
  /** The possible measures of each word, with its position. */
  measures: { ids: MeasureId[]; at: number; text: string }[]
  verbs: { ids: MeasureId[]; at: number; text: string }[]
  near: { id: MeasureId; text: string }[]
  /** Words for what was done about a message: 答复, 整改. */
  dealt: MeaningOf<'dealtWith'>[]
  /** Comparatives, which rank members or compare with another time. */
  mores: { order: 'highest' | 'lowest'; text: string }[]
  units: readonly (readonly Unit[])[]
  /** The named dimensions, each with all possible meanings of its word. */
  splits: { names: string[]; at: number; text: string }[]
  granularities: (Exclude<Granularity, 'none'> | 'fitting')[]
  members: { groups: MemberGroup[]; at: number; text: string }[]
  periods: { options: string[]; why: MeaningOf<'periods'>['why'] | null; at: number; to: number }[]
  comparisons: string[]
  /** How long the periods are that a comparison with the one before steps through. */
  step: 'week' | 'month' | 'quarter'
  /** True for 去年同期 without a word of comparison, which may also be a period of its own. */
  isLoose: boolean
  versus: { at: number; to: number }[]
  ands: number[]
  /** The positions of punctuation. */
  breaks: number[]
  /** Words that part something: each with what it must stand before. */
  eaches: { at: number; to: number; text: string }[]
  orders: MeaningOf<'order'>[]
  tops: number[]
  bottoms: number[]
  numbers: { number: number; at: number; text: string }[]
  thresholds: { is: Threshold['is']; value: number; unit: ThresholdUnit; of?: Unit }[]
  /** Every word with its meaning, for naming it in a refusal. */
  words: { kind: Meaning['kind']; text: string }[]
  isHowMany: boolean
  /** True for “how many”, which asks for no share. */
  asksCount: boolean
  /** The figures whose single records are asked for: the largest trade. */
  single: readonly MeasureId[]
  isAverage: boolean
  isMedian: boolean
  isPerDay: boolean
  isChange: boolean
  /** True for a word that goes one way: 下降, which picks what fell. */
  isOneWay: boolean
  isWhich: boolean
  /** True where several members are to be counted together. */
  isTotal: boolean
}

const empty = (): Slots => ({
  measures: [],
  verbs: [],
  near: [],
  dealt: [],
  mores: [],
  units: [],
  splits: [],
  granularities: [],
  members: [],
  periods: [],
  comparisons: [],
  step: 'month',
  isLoose: false,
  versus: [],
  ands: [],
  breaks: [],
  eaches: [],
  orders: [],
  tops: [],
  bottoms: [],
  numbers: [],
  thresholds: [],
  words: [],
  isHowMany: false,
  asksCount: false,
  single: [],
  isAverage: false,
  isMedian: false,
  isPerDay: false,
  isChange: false,
  isOneWay: false,
  isWhich: false,
  isTotal: false,
})

const nearIn = ({ meanings, text }: Token): Slots['near'] =>
  meanings.flatMap(meaning => (meaning.kind === 'near' ? [{ id: meaning.id, text }] : []))

const dimensionsIn = ({ meanings }: Token): string[] =>
  meanings.flatMap(meaning => (meaning.kind === 'dimension' ? [meaning.name] : []))

/** Adds one word to the slots. */
function fill(slots: Slots, token: Token, meaning: Meaning): void {
  const { from: at, to, text } = token
  slots.words.push({ kind: meaning.kind, text })
  switch (meaning.kind) {
    case 'measure':
      return void slots.measures.push({ ids: meaning.ids, at, text })
    case 'verb':
      return void slots.verbs.push({ ids: meaning.ids, at, text })
    case 'near':
      return void slots.near.push(...nearIn(token))
    case 'units':
      slots.units = [...slots.units, meaning.units]
      return
    case 'dimension':
      return void slots.splits.push({ names: dimensionsIn(token), at, text })
    case 'members':
      return void slots.members.push({ groups: meaning.groups, at, text })
    case 'period':
      return void slots.periods.push({ options: [meaning.period], why: null, at, to })
    case 'periods':
      return void slots.periods.push({ options: meaning.periods, why: meaning.why, at, to })
    case 'granularity':
      return void slots.granularities.push(meaning.granularity)
    case 'order':
      return void slots.orders.push(meaning)
    case 'threshold':
      return void slots.thresholds.push(meaning)
    case 'versus':
      slots.isOneWay ||= meaning.oneWay === true
      return void slots.versus.push({ at, to })
    default:
      fillSmall(slots, token, meaning)
  }
}

/** Words that ask for a way of counting. */
const asked = { average: 'isAverage', median: 'isMedian', total: 'isTotal', perDay: 'isPerDay' } as const

function fillSmall(slots: Slots, { from: at, to, text }: Token, meaning: Meaning): void {
  switch (meaning.kind) {
    case 'comparison':
      slots.step = meaning.step ?? slots.step
      slots.isLoose = slots.comparisons.length === 0 && meaning.loose === true
      return void slots.comparisons.push(meaning.comparison)
    case 'and':
      return void slots.ands.push(at)
    case 'each':
      return void slots.eaches.push({ at, to, text })
    case 'which':
    case 'who':
      slots.isWhich = true
      return
    case 'dealtWith':
      return void slots.dealt.push(meaning)
    case 'more':
      return void slots.mores.push({ order: meaning.order, text })
    case 'top':
      return void slots.tops.push(meaning.top)
    case 'bottom':
      return void slots.bottoms.push(meaning.top)
    case 'number':
      return void slots.numbers.push({ number: meaning.number, at, text })
    case 'howMany':
      slots.isHowMany = true
      slots.asksCount ||= meaning.isCount === true
      return
    case 'single':
      slots.single = meaning.ids
      return
    case 'average':
    case 'median':
    case 'total':
    case 'perDay':
      slots[asked[meaning.kind]] = true
      return
    case 'change':
      slots.isChange = true
      slots.isOneWay ||= meaning.oneWay === true
      if (meaning.takes) slots.units = [...slots.units, ['days', 'workingDays']]
      break
    default:
  }
}

const precedence: readonly Meaning['kind'][] = [
  'period',
  'periods',
  'threshold',
  'near',
  'measure',
  'dimension',
]

/** The meaning of a word that has several, where a measure is named elsewhere or is not. */
function chosen({ meanings }: Token, hasMeasure: boolean): Meaning {
  const order = hasMeasure ? precedence.filter(kind => kind !== 'measure') : precedence
  const first = order.map(kind => meanings.find(meaning => meaning.kind === kind)).find(meaning => meaning)
  return first ?? meanings.find(meaning => meaning.kind !== 'refuse') ?? meanings[0] ?? { kind: 'unknown' }
}

const means = ({ meanings }: Token, ...kinds: Meaning['kind'][]): boolean =>
  meanings.some(({ kind }) => kinds.includes(kind))

/** 哪个窗口, each window: what is asked for by it is no count of windows. */
const isAskedFor = (token: Token, tokens: readonly Token[]): boolean =>
  means(token, 'dimension') &&
  tokens.some(
    other => means(other, 'which', 'each') && token.from - other.to >= 0 && token.from - other.to <= 1,
  )

/** True where a word beside this one is rather a measure: of names of members those that are nothing else. */
function isMeasureElsewhere(token: Token, tokens: readonly Token[]): boolean {
  const takes = ({ meanings }: Token): boolean =>
    meanings.some(meaning => meaning.kind === 'order' && meaning.takes === true)
  const counts = ({ meanings }: Token): boolean =>
    meanings.some(meaning => meaning.kind === 'threshold' && meaning.of !== undefined)
  const others = tokens.filter(
    other => other !== token && (means(other, 'measure', 'near') || takes(other) || counts(other)),
  )
  // Windows whose cases fell: what the cases did is asked, of each window.
  const hasVerb = tokens.some(other => means(other, 'verb'))
  return means(token, 'dimension')
    ? hasVerb || others.some(other => !means(other, 'dimension'))
    : others.some(other => !means(other, 'dimension', 'members'))
}

/** The dimension by which a word begins: the 乡镇 of 乡镇上送件. */
function dimensionBefore({ text }: Token): string[] {
  const lengths = Array.from({ length: text.length - 1 }, (_, place) => text.length - 1 - place)
  const words = lengths.map(length =>
    commonVocabulary
      .meaningsOf(text.slice(0, length))
      .flatMap(meaning => (meaning.kind === 'dimension' ? [meaning.name] : [])),
  )
  return words.find(names => names.length > 0) ?? []
}

/** 哪个乡镇上送件最多 asks for townships, although 乡镇 is a part of the measure's name. */
function splitsWithin(tokens: readonly Token[], hasMeaning: (token: Token) => Meaning): Slots['splits'] {
  return tokens.flatMap((token, place) => {
    const before = tokens[place - 1]
    const isAsked = before?.to === token.from && means(before, 'each', 'which')
    const names = isAsked && hasMeaning(token).kind === 'measure' ? dimensionBefore(token) : []
    return names.length > 0 ? [{ names, at: token.from, text: token.text }] : []
  })
}

/** Parses the words of a text into slots. */
export function slotsOf(tokens: readonly Token[], text: string): Slots {
  const slots = empty()
  const merged = tokens.map(token => ({ ...token, meanings: mergeMembers(token.meanings) }))
  const chosenOf = (token: Token): Meaning =>
    chosen(token, isAskedFor(token, merged) || isMeasureElsewhere(token, merged))
  for (const token of merged) fill(slots, token, chosenOf(token))
  slots.splits.push(...splitsWithin(merged, chosenOf))
  slots.breaks.push(...Array.from(text.matchAll(/\|/g), ({ index }) => index))
  return slots
}

/** A word that names members in several vocabularies names all of them. */
function mergeMembers(meanings: readonly Meaning[]): Meaning[] {
  const groups = meanings.flatMap(meaning => (meaning.kind === 'members' ? meaning.groups : []))
  const others = meanings.filter(({ kind }) => kind !== 'members')
  return groups.length > 0 ? [...others, { kind: 'members', groups }] : others
}
