import type { Limit } from '#measures'
import { foldedKey } from '../rows/keyText.ts'

/** A version of an item as the derivation of cases needs it. */
export interface Version {
  id: number
  from: number
  to: number | null
  type: string
  unitId: number
  windowId: number | null
  statutory: Limit | null
  committed: Limit | null
}

/** What a code or a name can stand for. */
export type Kind = 'unit' | 'window' | 'item' | 'staff'

/** A person's place. */
interface Post {
  unitId: number | null
  windowId: number | null
}

/** All that is known of a catalogue, in a form that can be handed to another thread. */
export interface Known {
  ids: Record<Kind, Map<string, number>>
  /** Names that only one member has; null for those that several have. */
  named: Record<Kind, Map<string, number | null>>
  /** Codes and names without regard to width and case; null for those that several have. */
  folded: Record<Kind, Map<string, number | null>>
  posts: Map<number, Post>
  unitOfWindow: Map<number, number>
  versions: Map<number, Version[]>
}

const byKind = <T>(): Record<Kind, Map<string, T>> => ({
  unit: new Map<string, T>(),
  window: new Map<string, T>(),
  item: new Map<string, T>(),
  staff: new Map<string, T>(),
})

/** Nothing known yet. */
export const nothingKnown = (): Known => ({
  ids: byKind<number>(),
  named: byKind<number | null>(),
  folded: byKind<number | null>(),
  posts: new Map(),
  unitOfWindow: new Map(),
  versions: new Map(),
})

/** The catalogue of a centre as it was read: codes to ids, and the versions of items. */
export class KnownCatalogue {
  readonly known: Known

  constructor(known: Known) {
    this.known = known
  }

  /**
   * The id behind a code, or behind a name that only one member has, also where width or case differ;
   * otherwise null.
   */
  idOf(kind: Kind, text: string): number | null {
    const { ids, named, folded } = this.known
    return ids[kind].get(text) ?? named[kind].get(text) ?? folded[kind].get(foldedKey(text)) ?? null
  }

  /** True where the centre has any member of a kind. */
  any(kind: Kind): boolean {
    return this.known.ids[kind].size > 0
  }

  /** Where a person works. */
  postOf(staffId: number): Post | null {
    return this.known.posts.get(staffId) ?? null
  }

  /** The unit that a window belongs to. */
  unitOf(windowId: number): number | null {
    return this.known.unitOfWindow.get(windowId) ?? null
  }

  /** The version of an item in force on a day. */
  versionOn(itemId: number, day: number): Version | null {
    return (
      this.known.versions
        .get(itemId)
        ?.find(version => version.from <= day && (version.to === null || day < version.to)) ?? null
    )
  }
}
