/** A centre that somebody sees, and the division that it serves. */
export interface PlacedCentre {
  code: string
  division: string | null
}

/** A division and the one that contains it. */
interface Division {
  code: string
  zh: string
  en: string
  parent: string | null
}

/** A division with its centres and the divisions within it; null for what holds all of them. */
export interface DivisionNode<T> {
  division: Division | null
  centres: T[]
  within: DivisionNode<T>[]
}

/** The centres of a division and of all within it, in the order of the tree. */
export const centresIn = <T>({ centres, within }: DivisionNode<T>): T[] => [
  ...centres,
  ...within.flatMap(centresIn),
]

/** A division that contains one other and no centre says nothing that the other does not. */
function withoutEmpty<T>({ division, centres, within }: DivisionNode<T>): DivisionNode<T>[] {
  const kept = within.flatMap(withoutEmpty)
  if (centres.length === 0 && kept.length <= 1) return kept
  return [{ division, centres, within: kept }]
}

/**
 * Centres in the tree of divisions, province over city over county. At its top stands the smallest division
 * that contains them all, or nothing where some lie in no division.
 */
export function divisionTree<T extends PlacedCentre>(
  divisions: readonly Division[],
  centres: readonly T[],
): DivisionNode<T> {
  const known = new Set(divisions.map(({ code }) => code))
  const nodeOf = (division: Division): DivisionNode<T> => ({
    division,
    centres: centres.filter(centre => centre.division === division.code),
    within: divisions.filter(({ parent }) => parent === division.code).map(nodeOf),
  })
  const top = divisions.filter(({ parent }) => parent === null || !known.has(parent)).map(nodeOf)
  const elsewhere = centres.filter(({ division }) => division === null || !known.has(division))
  const roots = top.flatMap(withoutEmpty)
  const [only] = roots
  return only && roots.length === 1 && elsewhere.length === 0
    ? only
    : { division: null, centres: elsewhere, within: roots }
}

/**
 * What a province calls its centres: by the county of which each is the only one. A county without an English
 * name, or with centres of townships below it, leaves its centre the name it has.
 */
export function shortNames<T extends PlacedCentre & { zh: string; en: string }>(
  divisions: readonly Division[],
  centres: readonly T[],
): T[] {
  const served = new Set(centres.map(({ division }) => division))
  const isLeaf = (code: string): boolean =>
    !divisions.some(one => one.parent === code && served.has(one.code)) &&
    centres.filter(({ division }) => division === code).length === 1
  return centres.map(centre => {
    const division = divisions.find(({ code }) => code === centre.division)
    if (!division || !isLeaf(division.code)) return centre
    const { zh, en } = division
    return { ...centre, zh, en: en === zh ? centre.en : en }
  })
}
