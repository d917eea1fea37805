import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { Conflict } from './mergeDrafts.ts'

/** Which draft, and whose: nobody else who signs in on this tab sees the text. */
export interface DraftAt {
  centre: string
  id: number
  owner: string
}

/** Unsaved text, the text of the server it was made from, and what is to be decided between the two. */
interface UnsavedDraft {
  document: BriefingDocument
  base: BriefingDocument | null
  conflicts: readonly Conflict[]
}

const keyOf = ({ centre, id, owner }: DraftAt): string => `draft ${owner} ${centre} ${id}`

/**
 * Unsaved text of drafts, kept in the session storage of this tab: it survives a sign-in and a reload,
 * and goes when the tab is closed.
 */
export const unsavedDrafts = {
  get(at: DraftAt): UnsavedDraft | null {
    try {
      return JSON.parse(sessionStorage.getItem(keyOf(at)) ?? 'null') as UnsavedDraft | null
    } catch {
      return null
    }
  },
  /** Keeps the text. A full or forbidden storage loses the copy, not the text on the screen. */
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
