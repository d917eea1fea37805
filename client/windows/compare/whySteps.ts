import type { Answer, Decomposition, Measure, Printing } from '#measures'
import type { WaterfallStep } from '../../charts/waterfall.ts'
import { decompose, isShare, printLine, printValue, roundedToSum } from '#measures'
import { namesOf } from './rates.ts'

/** What is needed to print a change. */
interface WhySay extends Printing {
  words: { mix: string; others: string; points: (size: string) => string }
}

/** A decomposed change, ready to be drawn and printed. Its printed steps add up to its printed change. */
export interface Why {
  steps: WaterfallStep[]
  before: string
  now: string
  mix: string
  rate: string
  /**
   * The member that contributed most in the direction of the change; `mainly` is true from half of the change
   * on.
   */
  top: { code: string; name: string; text: string; mainly: boolean } | null
}

const mostMembers = 7

/** The smallest printed step: a hundredth of a percentage point, one case, one 分, a hundredth of a day. */
function stepOf(measure: Measure): number {
  return isShare(measure.unit) ? 0.0001 : measure.kind === 'mean' || measure.kind === 'ratio' ? 0.01 : 1
}

/** A signed amount with its unit: +0.12 个百分点, −35 件. */
export function effectText(measure: Measure, wholeSteps: number, say: WhySay): string {
  const value = wholeSteps * stepOf(measure)
  const sign = wholeSteps < 0 ? '−' : wholeSteps > 0 ? '+' : '±'
  const size = Math.abs(value)
  const text = isShare(measure.unit)
    ? say.words.points((size * 100).toFixed(2))
    : printLine(size, { unit: measure.unit }, say)
  return `${sign}${text}`
}

interface Shown {
  kind: 'mix' | 'member' | 'others'
  code: string
  name: string
  size: number
}

/** The mix, the members that contributed most, and the rest. A sum has no mix. */
function shownEffects(
  decomposition: Decomposition,
  names: ReadonlyMap<string, string>,
  say: WhySay,
): Shown[] {
  const sorted = decomposition.effects.toSorted((a, b) => Math.abs(b.rate) - Math.abs(a.rate))
  const members = sorted
    .slice(0, mostMembers)
    .filter(effect => effect.rate !== 0)
    .map((effect): Shown => ({
      kind: 'member',
      code: effect.code,
      name: names.get(effect.code) ?? (effect.code || '—'),
      size: effect.rate,
    }))
  const rest = sorted.slice(mostMembers).reduce((sum, effect) => sum + effect.rate, 0)
  const mixed = decomposition.effects.some(effect => effect.mix !== 0)
  return [
    ...(mixed ? [{ kind: 'mix' as const, code: '', name: say.words.mix, size: decomposition.mix }] : []),
    ...members.sort((a, b) => a.size - b.size),
    ...(sorted.length > mostMembers
      ? [{ kind: 'others' as const, code: '', name: say.words.others, size: rest }]
      : []),
  ]
}

function stepsOf(
  decomposition: Decomposition,
  shown: readonly (Shown & { text: string })[],
  ends: { before: WaterfallStep; now: WaterfallStep },
): WaterfallStep[] {
  let at = decomposition.before
  const between = shown.map(({ kind, code, name, size, text }): WaterfallStep => {
    const from = at
    at += size
    return { kind, code, name, from, to: at, text }
  })
  return [ends.before, ...between, ends.now]
}

/**
 * The member that contributed most in the direction of the change, even where another moved further in the
 * opposite one.
 */
function topOf({ before, now }: Decomposition, shown: readonly (Shown & { text: string })[]): Why['top'] {
  const whole = now - before
  const direction = Math.sign(whole)
  const top = shown
    .filter(effect => effect.kind === 'member' && (direction === 0 || Math.sign(effect.size) === direction))
    .sort((a, b) => Math.abs(b.size) - Math.abs(a.size))[0]
  return top
    ? {
        code: top.code,
        name: top.name,
        text: top.text,
        mainly: whole !== 0 && Math.abs(top.size) * 2 >= Math.abs(whole),
      }
    : null
}

/**
 * Decomposes the change of a measure over the members of the answer's first dimension; null where that is
 * impossible.
 */
export function whyOf(
  answer: Answer,
  measure: Measure,
  say: WhySay & { ends: { before: string; now: string } },
): Why | null {
  const decomposition = decompose(answer, measure)
  if (!decomposition) return null
  const shown = shownEffects(decomposition, namesOf(answer, say.language), say)
  const step = stepOf(measure)
  // Between the printed ends, not the exact ones, because a reader adds up what is printed.
  const printed = roundedToSum(
    shown.map(effect => effect.size),
    step,
    Math.round(decomposition.now / step) - Math.round(decomposition.before / step),
  )
  const spoken = shown.map((effect, place) => ({
    ...effect,
    text: effectText(measure, printed[place] ?? 0, say),
  }))
  // With as many digits as the steps, because otherwise both ends could look equal.
  const exact = (value: number): string =>
    isShare(measure.unit)
      ? `${(Math.round(value / step) / 100).toFixed(2)}%`
      : step < 1
        ? `${(Math.round(value / step) * step).toFixed(2)} ${printValue(value, measure, say).unit}`
        : printLine(value, measure, say)
  const end = (name: string, value: number): WaterfallStep => ({
    kind: 'total',
    name,
    code: '',
    from: value,
    to: value,
    text: exact(value),
  })
  const ends = {
    before: end(say.ends.before, decomposition.before),
    now: end(say.ends.now, decomposition.now),
  }
  const sumOf = (kinds: readonly Shown['kind'][]): number =>
    spoken.reduce(
      (sum, effect, place) => (kinds.includes(effect.kind) ? sum + (printed[place] ?? 0) : sum),
      0,
    )
  return {
    steps: stepsOf(decomposition, spoken, ends),
    before: ends.before.text,
    now: ends.now.text,
    mix: effectText(measure, sumOf(['mix']), say),
    rate: effectText(measure, sumOf(['member', 'others']), say),
    top: topOf(decomposition, spoken),
  }
}
