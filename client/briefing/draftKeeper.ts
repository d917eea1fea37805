import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { Outputs, ReadableError } from '../data/trpc.ts'
import type { Choice, Conflict } from './mergeDrafts.ts'
import type { DraftAt } from './unsavedDrafts.ts'
import { shallowRef } from 'vue'
import { readableError, trpc } from '../data/trpc.ts'
import { isSame, mergeDrafts, settled } from './mergeDrafts.ts'
import { randomWord } from './randomWord.ts'
import { unsavedDrafts } from './unsavedDrafts.ts'

type Answer = Outputs['briefings']['save']
type Saved = Extract<Answer, { outcome: 'saved' }>
/** The parts of a save's reply that the page shows. */
export type SavedParts = Pick<Saved, 'readings' | 'pictures' | 'paper' | 'printed' | 'word'>
type Newer = Extract<Answer, { outcome: 'changed' }>['newer']

/** Milliseconds from the last change to a save, and from a transient failure to the next attempt. */
const saveDelay = 900
const retryDelay = 4000
const passing = new Set(['offline', 'database-unreachable'])
const overtaken = new Set(['briefing-frozen', 'briefing-submitted', 'briefing-not-found'])

/**
 * True for failures after which the text can never be saved unchanged; only loading the newer state helps.
 */
export const isOvertaken = (problem: ReadableError | null): boolean =>
  problem !== null && overtaken.has(problem.name)

/**
 * Saves the text of a draft: one save at a time, shortly after the last change, and never over a revision
 * that the writer has not seen. If somebody else has saved in the meantime, the two texts are merged by
 * paragraph; where both changed the same, the writer chooses. Text that is unsaved or in a conflict is stored
 * in the browser tab.
 */
export class DraftKeeper {
  /** The writer's text; null until it is loaded. */
  readonly document = shallowRef<BriefingDocument | null>(null)
  readonly revision = shallowRef(0)
  /** Increased when the document is replaced by something else than the writer's input. */
  readonly round = shallowRef(0)
  readonly state = shallowRef<'loading' | 'saved' | 'unsaved' | 'saving'>('loading')
  /** Why the last save failed. */
  readonly problem = shallowRef<ReadableError | null>(null)
  /** True after unsaved text of a lost session or a closed page was restored. */
  readonly restored = shallowRef(false)
  /** The open conflicts between the changes of the writer and somebody else. */
  readonly conflicts = shallowRef<readonly Conflict[]>([])
  /** The author of the last merged changes; empty where there are none. */
  readonly mergedWith = shallowRef('')
  /** The server's text of `revision`. */
  private base: BriefingDocument | null = null
  /** The writer's text that the server refused, because the draft is no longer open. */
  readonly refused = shallowRef<BriefingDocument | null>(null)
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly at: Readonly<DraftAt>
  private readonly onSaved: (saved: SavedParts) => void

  constructor(at: DraftAt, onSaved: (saved: SavedParts) => void) {
    this.at = at
    this.onSaved = onSaved
  }

  /**
   * Takes the server's revision if it is newer, and restores unsaved text of this tab on top of it. Never
   * replaces text that is being written.
   */
  take({
    document,
    revision,
    state,
    review,
  }: Pick<Newer, 'document' | 'revision' | 'state' | 'review'>): void {
    const isFree = this.state.value === 'loading' || this.state.value === 'saved'
    if (!isFree || revision <= this.revision.value) return
    this.document.value = document
    this.base = document
    this.revision.value = revision
    this.state.value = 'saved'
    this.round.value++
    this.restore(state === 'draft' && review !== 'submitted')
  }

  private restore(isOpen: boolean): void {
    const kept = unsavedDrafts.get(this.at)
    if (!kept) return
    if (!isOpen || !this.base) {
      this.refused.value = kept.document
      return
    }
    this.conflicts.value = kept.conflicts
    const theirs = this.base
    this.merge({ base: kept.base ?? theirs, mine: kept.document, theirs })
    this.restored.value = !isSame(this.document.value, theirs)
    if (!this.restored.value) return
    this.state.value = 'unsaved'
    this.later(saveDelay)
  }

  /** Merges two texts into the document, and adds new conflicts to the open ones. */
  private merge(three: Parameters<typeof mergeDrafts>[0]): void {
    const { document, conflicts } = mergeDrafts(three)
    const isNew = (conflict: Conflict): boolean =>
      !this.conflicts.value.some(other => isSame(conflict, other))
    this.document.value = document
    this.conflicts.value = [...this.conflicts.value, ...conflicts.filter(isNew)]
    this.round.value++
  }

  /** Applies the writer's choice about a conflict. */
  settle(conflict: Conflict, choice: Choice): void {
    const document = this.document.value
    if (!document) return
    this.conflicts.value = this.conflicts.value.filter(other => other !== conflict)
    const next = settled(document, conflict, { choice, fresh: randomWord() })
    if (next !== document) {
      this.round.value++
      this.change(next)
    } else if (this.state.value === 'saved') this.keepOpen()
  }

  change(next: BriefingDocument): void {
    this.document.value = next
    if (this.state.value !== 'saving') this.state.value = 'unsaved'
    if (!isOvertaken(this.problem.value)) this.later(saveDelay)
  }

  /** Prepares for the newer revision. Unsaved text is stored, and refused if the draft is no longer open. */
  yieldToNewer(): void {
    clearTimeout(this.timer)
    if (this.state.value !== 'saved') this.keep()
    this.problem.value = null
    this.state.value = 'loading'
    this.revision.value = 0
  }

  /** Discards the refused text. */
  dismiss(): void {
    this.refused.value = null
    unsavedDrafts.remove(this.at)
  }

  /** Stores unsaved text in the tab, in case the page is closed or the session ends. */
  keep(): void {
    const document = this.document.value
    if (document && (this.state.value === 'unsaved' || this.state.value === 'saving'))
      unsavedDrafts.set(this.at, { document, base: this.base, conflicts: this.conflicts.value })
  }

  /** Stores open conflicts in the tab, and otherwise removes the stored text. Refused text stays stored. */
  private keepOpen(): void {
    const document = this.document.value
    if (this.refused.value !== null) return
    if (this.conflicts.value.length === 0 || !document) unsavedDrafts.remove(this.at)
    else unsavedDrafts.set(this.at, { document, base: document, conflicts: this.conflicts.value })
  }

  async save(): Promise<void> {
    clearTimeout(this.timer)
    const document = this.document.value
    if (!document || this.state.value !== 'unsaved') return
    this.state.value = 'saving'
    const { centre, id } = this.at
    try {
      const answer = await trpc.briefings.save.mutate({ centre, id, revision: this.revision.value, document })
      if (answer.outcome === 'saved') this.saved(answer, document)
      else this.join(answer.newer)
    } catch (failure) {
      this.state.value = 'unsaved'
      this.keep()
      this.problem.value = readableError(failure)
      if (passing.has(this.problem.value.name)) this.later(retryDelay)
    }
  }

  /** Merges a revision of somebody else into the text, which is then saved again. */
  private join(newer: Newer): void {
    const [mine, theirs] = [this.document.value, newer.document]
    if (!mine) return
    this.onSaved({ ...newer, word: newer.document.word ?? null })
    this.merge({ base: this.base ?? theirs, mine, theirs })
    this.base = theirs
    this.revision.value = newer.revision
    this.mergedWith.value = newer.editedBy
    this.state.value = 'unsaved'
    this.keep()
    this.later(saveDelay)
  }

  private saved(saved: Saved, document: BriefingDocument): void {
    this.revision.value = saved.revision
    this.base = document
    this.problem.value = null
    this.onSaved(saved)
    this.state.value = this.document.value === document ? 'saved' : 'unsaved'
    if (this.state.value === 'unsaved') this.later(saveDelay)
    else this.keepOpen()
  }

  private later(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), wait)
  }
}
