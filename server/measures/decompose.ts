import type { Answer, Cell, Side } from './answer.ts'
import type { Measure } from './measure.ts'
import { comparedMeasure, whyNotCompared } from './comparable.ts'
import { figureOf, valueOf } from './value.ts'

/**
 * One member of a split, before and now: the amount reached, and for rates of how much. Sums do not use `of`.
 */
interface SplitGroup {
  code: string
  before: { reached: number; of: number }
  now: { reached: number; of: number }
}

/** The contribution of one member to a change: by its changed weight (mix) and by its changed rate. */
interface Effect {
  code: string
  mix: number
  rate: number
}

/** The exact decomposition of a change: `before` + Σ mix + Σ rate = `now`. */
export interface Decomposition {
  before: number
  now: number
  mix: number
  rate: number
  effects: Effect[]
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Decomposes the change of a sum into the changes of its members. */
export function decomposeSum(groups: readonly SplitGroup[]): Decomposition {
  const effects = groups.map(({ code, before, now }) => ({
    code,
    mix: 0,
    rate: now.reached - before.reached,
  }))
  return {
    before: total(groups.map(group => group.before.reached)),
    now: total(groups.map(group => group.now.reached)),
    mix: 0,
    rate: total(effects.map(effect => effect.rate)),
    effects,
  }
}

/**
 * The rate of a member. A member without a base on one side is given its rate on the other side, so that its
 * effect is only one of mix.
 */
const rateOr = ({ reached, of }: SplitGroup['now'], other: SplitGroup['now']): number =>
  of > 0 ? reached / of : other.of > 0 ? other.reached / other.of : 0

/**
 * Decomposes the change of a rate R = Σ w·r into mix, Σ Δw·(r̄ − R̄), and rate, Σ w̄·Δr, where w is a
 * member's share of the denominator, r its rate, and bars are means of both sides (Marshall and Edgeworth's
 * symmetric split; Kitagawa 1955). There is no residual. Null where a side has no base.
 */
export function decomposeRate(groups: readonly SplitGroup[], scale = 1): Decomposition | null {
  const all = {
    before: total(groups.map(group => group.before.of)),
    now: total(groups.map(group => group.now.of)),
  }
  if (all.before <= 0 || all.now <= 0) return null
  const before = total(groups.map(group => group.before.reached)) / all.before
  const now = total(groups.map(group => group.now.reached)) / all.now
  const middle = (before + now) / 2
  const effects = groups.map(group => {
    const [w0, w1] = [group.before.of / all.before, group.now.of / all.now]
    const [r0, r1] = [rateOr(group.before, group.now), rateOr(group.now, group.before)]
    return {
      code: group.code,
      mix: (w1 - w0) * ((r0 + r1) / 2 - middle) * scale,
      rate: ((w0 + w1) / 2) * (r1 - r0) * scale,
    }
  })
  return {
    before: before * scale,
    now: now * scale,
    mix: total(effects.map(effect => effect.mix)),
    rate: total(effects.map(effect => effect.rate)),
    effects,
  }
}

/**
 * Rounds numbers to whole steps that add up to `whole`, by default their rounded total, so that printed parts
 * add up (largest remainder method).
 */
export function roundedToSum(
  values: readonly number[],
  step: number,
  whole: number = Math.round(total(values) / step),
): number[] {
  const floors = values.map(value => Math.floor(value / step))
  let left = whole - total(floors)
  const byRest = values
    .map((value, place) => ({ place, rest: value / step - (floors[place] ?? 0) }))
    .sort((a, b) => b.rest - a.rest)
  for (let turn = 0; left !== 0 && byRest.length > 0; turn++) {
    const place =
      (left > 0 ? byRest[turn % byRest.length] : byRest[byRest.length - 1 - (turn % byRest.length)])?.place ??
      0
    floors[place] = (floors[place] ?? 0) + Math.sign(left)
    left -= Math.sign(left)
  }
  return floors
}

/** The totals of a side by the code of its first member. */
function cellsByCode(side: Side): Map<string, Cell> {
  return new Map(side.totals.map(cell => [cell.members[0] ?? '', cell]))
}

function sideOf(measure: Measure, cell: Cell | undefined): SplitGroup['now'] {
  const figure = figureOf(measure, cell?.parts ?? {})
  return { reached: figure.numerator ?? 0, of: figure.n ?? 0 }
}

/** Whether the change of a measure can be decomposed by members: sums, levels, shares and means. */
export const decomposes = (measure: Measure): boolean =>
  ['total', 'level', 'catalogue', 'ratio', 'mean'].includes(measure.kind)

/**
 * Decomposes the change of a measure by the members of the answer's first dimension. Null where the sides
 * cannot be compared or one has no value, and for measures that cannot be decomposed (quantiles, distinct
 * counts, peaks).
 */
export function decompose(answer: Answer, asked: Measure): Decomposition | null {
  const { current, earlier } = answer
  const measure = comparedMeasure(asked, answer)
  if (
    !earlier ||
    !decomposes(measure) ||
    whyNotCompared(asked, answer) !== null ||
    valueOf(measure, current.overall) === null ||
    valueOf(measure, earlier.overall) === null
  )
    return null
  const [now, before] = [cellsByCode(current), cellsByCode(earlier)]
  const groups = Array.from(new Set([...now.keys(), ...before.keys()]), code => ({
    code,
    now: sideOf(measure, now.get(code)),
    before: sideOf(measure, before.get(code)),
  }))
  switch (measure.kind) {
    case 'ratio':
      return decomposeRate(groups, measure.scale ?? 1)
    case 'mean':
      return decomposeRate(groups, measure.scale)
    default:
      return decomposeSum(groups)
  }
}
