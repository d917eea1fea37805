import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { Conflict } from './mergeDrafts.ts'

/** A draft and the account of its writer, so that nobody else who signs in on this tab sees the text. */
export interface DraftAt {
  centre: string
  id: number
  owner: string
}

/** Unsaved text, the server's text that it is based on, and open conflicts. */
interface UnsavedDraft {
  document: BriefingDocument
  base: BriefingDocument | null
  conflicts: readonly Conflict[]
}

const keyOf = ({ centre, id, owner }: DraftAt): string => `draft ${owner} ${centre} ${id}`

/**
 * Unsaved text of drafts in the session storage of this tab: it survives a sign-in and a reload, and is
 * deleted when the tab is closed.
 */
export const unsavedDrafts = {
  get(at: DraftAt): UnsavedDraft | null {
    try {
      return JSON.parse(sessionStorage.getItem(keyOf(at)) ?? 'null') as UnsavedDraft | null
    } catch {
      return null
    }
  },
  /** Stores the text. If the storage is full or forbidden, only the copy is lost, not the text on screen. */
  set(at: DraftAt, draft: UnsavedDraft): void {
    try {
      sessionStorage.setItem(keyOf(at), JSON.stringify(draft))
    } catch {
      // Without storage there is no copy to keep.
    }
  },
  remove(at: DraftAt): void {
    try {
      sessionStorage.removeItem(keyOf(at))
    } catch {
      // Without storage there is no copy to remove.
    }
  },
}
