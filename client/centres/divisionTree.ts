/** A centre that the viewer sees, and the code of the division that it serves. */
export interface PlacedCentre {
  code: string
  division: string | null
}

/** A division and the code of the division that contains it. */
interface Division {
  code: string
  zh: string
  en: string
  parent: string | null
}

/** A division with its centres and subdivisions; `division` is null for the root of a forest. */
export interface DivisionNode<T> {
  division: Division | null
  centres: T[]
  within: DivisionNode<T>[]
}

/** The centres of a division and of all its subdivisions, in the order of the tree. */
export const centresIn = <T>({ centres, within }: DivisionNode<T>): T[] => [
  ...centres,
  ...within.flatMap(centresIn),
]

/** Removes divisions without centres that contain at most one other division. */
function withoutEmpty<T>({ division, centres, within }: DivisionNode<T>): DivisionNode<T>[] {
  const kept = within.flatMap(withoutEmpty)
  if (centres.length === 0 && kept.length <= 1) return kept
  return [{ division, centres, within: kept }]
}

/**
 * Arranges centres in the tree of divisions: province, city, county. The root is the smallest division that
 * contains all centres, or null where some centres belong to no known division.
 */
export function divisionTree<T extends PlacedCentre>(
  divisions: readonly Division[],
  centres: readonly T[],
): DivisionNode<T> {
  const codes = new Set(divisions.map(({ code }) => code))
  const nodeOf = (division: Division): DivisionNode<T> => ({
    division,
    centres: centres.filter(centre => centre.division === division.code),
    within: divisions.filter(({ parent }) => parent === division.code).map(nodeOf),
  })
  const top = divisions.filter(({ parent }) => parent === null || !codes.has(parent)).map(nodeOf)
  const elsewhere = centres.filter(({ division }) => division === null || !codes.has(division))
  const roots = top.flatMap(withoutEmpty)
  const [only] = roots
  return only && roots.length === 1 && elsewhere.length === 0
    ? only
    : { division: null, centres: elsewhere, within: roots }
}

/**
 * Names each centre after its county where it is the only centre there. A centre keeps its own name where
 * centres of townships lie below the county; its English name is kept where the county has none.
 */
export function shortNames<T extends PlacedCentre & { zh: string; en: string }>(
  divisions: readonly Division[],
  centres: readonly T[],
): T[] {
  const served = new Set(centres.map(({ division }) => division))
  const isLeaf = (code: string): boolean =>
    !divisions.some(division => division.parent === code && served.has(division.code)) &&
    centres.filter(({ division }) => division === code).length === 1
  return centres.map(centre => {
    const division = divisions.find(({ code }) => code === centre.division)
    if (!division || !isLeaf(division.code)) return centre
    const { zh, en } = division
    return { ...centre, zh, en: en === zh ? centre.en : en }
  })
}
