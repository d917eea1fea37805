import type { Answer, Measure, Parts } from '#measures'
import type { DivisionNode } from './divisionTree.ts'
import { partKey, partsOf } from '#measures'
import { centresIn } from './divisionTree.ts'
import { rollUp } from './rollUp.ts'

/** The parts of each centre in an answer, by code. */
export const partsByCentre = ({ current }: Answer): Map<string, Parts> =>
  new Map(current.totals.map(({ members: [code = ''], parts }) => [code, parts]))

/** The sum of the parts of some centres; null where none of them has any. */
export function together(
  measures: readonly Measure[],
  parts: ReadonlyMap<string, Parts>,
  codes: readonly string[],
): Parts | null {
  const knownParts = codes.map(code => parts.get(code)).filter(part => part !== undefined)
  return knownParts.length === 0 ? null : rollUp(measures, knownParts)
}

const differs = (measures: readonly Measure[], a: Parts, b: Parts): boolean =>
  measures
    .flatMap(measure => partsOf(measure))
    .map(partKey)
    .some(key => JSON.stringify(a[key] ?? null) !== JSON.stringify(b[key] ?? null))

/**
 * Whether the parts of all centres add up exactly to those of the whole, and, at each level of the tree,
 * those of the subdivisions to those of their division.
 */
export function addsUpExactly<T extends { code: string }>(
  tree: DivisionNode<T>,
  answer: Answer,
  measures: readonly Measure[],
): boolean {
  const parts = partsByCentre(answer)
  const known = (centres: readonly T[]): Parts[] =>
    centres.map(({ code }) => parts.get(code)).filter(part => part !== undefined)
  const sumOf = (node: DivisionNode<T>): Parts => {
    const own = known(node.centres)
    return rollUp(measures, [...own, ...node.within.map(sumOf)])
  }
  const levels = (node: DivisionNode<T>): DivisionNode<T>[] => [node, ...node.within.flatMap(levels)]
  const flat = (node: DivisionNode<T>): Parts => rollUp(measures, known(centresIn(node)))
  return (
    !differs(measures, sumOf(tree), answer.current.overall) &&
    levels(tree).every(node => !differs(measures, sumOf(node), flat(node)))
  )
}
