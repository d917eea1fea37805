/**
 * A folder of the product, and what its files may import. Folders inside it that are rooms themselves
 * do not belong to it.
 */
export interface Room {
  folder: string
  holds: string
  /** The rooms whose files may be imported, besides its own. */
  imports: readonly string[]
  /** The packages that may be imported; any where absent. */
  packages?: readonly string[]
}
