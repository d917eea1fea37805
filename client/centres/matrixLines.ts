import type { DivisionNode, PlacedCentre } from './divisionTree.ts'
import type { MatrixColumn } from './matrixColumns.ts'
import { centresIn } from './divisionTree.ts'

/** A centre with its names and its division. */
export interface NamedCentre extends PlacedCentre {
  zh: string
  en: string
}

/** A line of the table: a centre, the sum of several centres, or a heading over a group of centres. */
export type MatrixLine =
  | { is: 'centre'; code: string; centre: NamedCentre; depth: number }
  | { is: 'sum'; code: string; node: DivisionNode<NamedCentre>; depth: number; hidden: number }
  | { is: 'heading'; code: 'worse' | 'better' | 'same' | 'small'; count: number }

/** Which lines of the tree are shown. */
interface Shown {
  isOpen: (code: string) => boolean
  /** Whether a centre is shown although its division is collapsed. */
  isTold: (centre: NamedCentre) => boolean
  /** The search text; empty shows all. */
  search: string
}

const matches = ({ zh, en, code }: NamedCentre, search: string): boolean =>
  [zh, en, code].some(text => text.toLowerCase().includes(search.toLowerCase()))

const hasMatch = (node: DivisionNode<NamedCentre>, search: string): boolean =>
  centresIn(node).some(centre => matches(centre, search))

/** The key of a sum line. */
const sumCode = ({ division }: DivisionNode<NamedCentre>): string => `${division?.code ?? ''}+`

/**
 * The tree as lines. Each division with several centres has a sum line; a collapsed one shows only the
 * centres that stand out.
 */
export function treeLines(node: DivisionNode<NamedCentre>, shown: Shown, depth = 0): MatrixLine[] {
  const { search } = shown
  if (search && !hasMatch(node, search)) return []
  const all = centresIn(node)
  const isSum = all.length > 1
  const isOpen = depth === 0 || search !== '' || shown.isOpen(sumCode(node))
  const below = depth + (isSum ? 1 : 0)
  const own = node.centres
    .filter(centre => !search || matches(centre, search))
    .map((centre): MatrixLine => ({ is: 'centre', code: centre.code, centre, depth: below }))
  const inside = [...own, ...node.within.flatMap(child => treeLines(child, shown, below))]
  if (!isSum) return inside
  const told = isOpen
    ? inside
    : all
        .filter(shown.isTold)
        .map((centre): MatrixLine => ({ is: 'centre', code: centre.code, centre, depth: below }))
  const centres = told.filter(({ is }) => is === 'centre').length
  return [
    { is: 'sum', code: sumCode(node), node, depth, hidden: centres === 0 ? 0 : all.length - centres },
    ...told,
  ]
}

/**
 * Centres grouped by evidence. Those that differ significantly are ordered by strength of evidence; the
 * others keep the order of the tree, because their ranks would be due to chance.
 */
export function evidenceLines(
  node: DivisionNode<NamedCentre>,
  column: MatrixColumn,
  { search, isSmall }: { search: string; isSmall: (code: string) => boolean },
): MatrixLine[] {
  const centres = centresIn(node).filter(centre => !search || matches(centre, search))
  const order = [...column.verdicts.keys()]
  const groups = (['worse', 'better', 'same', 'small'] as const).map(code => {
    const all = centres.filter(
      centre => (column.verdicts.get(centre.code) ?? (isSmall(centre.code) ? 'small' : 'same')) === code,
    )
    const isRanked = code === 'worse' || code === 'better'
    return {
      code,
      all: isRanked ? all.toSorted((a, b) => order.indexOf(a.code) - order.indexOf(b.code)) : all,
    }
  })
  return groups.flatMap(({ code, all }): MatrixLine[] =>
    all.length === 0
      ? []
      : [
          { is: 'heading', code, count: all.length },
          ...all.map((centre): MatrixLine => ({ is: 'centre', code: centre.code, centre, depth: 0 })),
        ],
  )
}
