/** A centre that somebody sees, and the one above it. */
interface TreeCentre {
  code: string
  parent: string | null
}

/** A centre in the order of the tree, with how deep it stands in it. */
interface TreeLine<T> {
  centre: T
  depth: number
}

/** Centres in the order of their tree: each before those below it, neighbours in the order given. */
export function inTreeOrder<T extends TreeCentre>(centres: readonly T[]): TreeLine<T>[] {
  const below = (parent: string | null, depth: number): TreeLine<T>[] =>
    centres
      .filter(centre => centre.parent === parent)
      .flatMap(centre => [{ centre, depth }, ...below(centre.code, depth + 1)])
  return below(null, 0)
}

/** The codes of a centre and of all below it. */
export function codesBelow(centres: readonly TreeCentre[], code: string): string[] {
  return [
    code,
    ...centres.filter(({ parent }) => parent === code).flatMap(child => codesBelow(centres, child.code)),
  ]
}
