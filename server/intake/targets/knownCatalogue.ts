import type { Limit } from '#measures'
import { foldedKey } from '../rows/keyText.ts'

/** A version of an item, for deriving cases. */
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

/** The kinds of catalogue members. */
export type Kind = 'unit' | 'window' | 'item' | 'staff'

/** A person's unit and window. */
interface Post {
  unitId: number | null
  windowId: number | null
}

/** The content of a catalogue, in a form that can be posted to another thread. */
export interface Known {
  ids: Record<Kind, Map<string, number>>
  /** Members by name; null for names of several members. */
  named: Record<Kind, Map<string, number | null>>
  /** Members by normalised code or name; null for those of several members. */
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

/** An empty catalogue. */
export const nothingKnown = (): Known => ({
  ids: byKind<number>(),
  named: byKind<number | null>(),
  folded: byKind<number | null>(),
  posts: new Map(),
  unitOfWindow: new Map(),
  versions: new Map(),
})

/** The catalogue of a centre as read: codes to ids, and the versions of items. */
export class KnownCatalogue {
  readonly known: Known

  constructor(known: Known) {
    this.known = known
  }

  /** The id of a code, or of a unique name, ignoring width and case; otherwise null. */
  idOf(kind: Kind, text: string): number | null {
    const { ids, named, folded } = this.known
    return ids[kind].get(text) ?? named[kind].get(text) ?? folded[kind].get(foldedKey(text)) ?? null
  }

  /** Whether the centre has any member of a kind. */
  any(kind: Kind): boolean {
    return this.known.ids[kind].size > 0
  }

  /** The unit and window of a person. */
  postOf(staffId: number): Post | null {
    return this.known.posts.get(staffId) ?? null
  }

  /** The unit of a window. */
  unitOf(windowId: number): number | null {
    return this.known.unitOfWindow.get(windowId) ?? null
  }

  /** The version of an item that is valid on a day. */
  versionOn(itemId: number, day: number): Version | null {
    return (
      this.known.versions
        .get(itemId)
        ?.find(version => version.from <= day && (version.to === null || day < version.to)) ?? null
    )
  }
}
