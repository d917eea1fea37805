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
/** What a save says of the page. */
export type SavedParts = Pick<Saved, 'readings' | 'pictures' | 'paper' | 'printed' | 'word'>
type Newer = Extract<Answer, { outcome: 'changed' }>['newer']

/** Milliseconds from the last change to a save, and from a passing failure to the next attempt. */
const saveDelay = 900
const retryDelay = 4000
const passing = new Set(['offline', 'database-unreachable'])
const overtaken = new Set(['briefing-frozen', 'briefing-submitted', 'briefing-not-found'])

/**
 * True for failures after which the same text can never be saved as it is: only loading the newer state
 * helps.
 */
export const isOvertaken = (problem: ReadableError | null): boolean =>
  problem !== null && overtaken.has(problem.name)

/**
 * Saves the text of one draft: one save at a time, shortly after the last change, never over a revision
 * that the writer has not seen. Where somebody else saved meanwhile, the two texts are merged paragraph by
 * paragraph; what both changed waits for the writer's choice. Text that is not saved or not placed is kept
 * in the browser tab.
 */
export class DraftKeeper {
  /** The text as the writer sees it; null until it was loaded. */
  readonly document = shallowRef<BriefingDocument | null>(null)
  readonly revision = shallowRef(0)
  /** Grows when the document was replaced by another one than the writer typed. */
  readonly round = shallowRef(0)
  readonly state = shallowRef<'loading' | 'saved' | 'unsaved' | 'saving'>('loading')
  /** Why the last save failed. */
  readonly problem = shallowRef<ReadableError | null>(null)
  /** True after text that a lost session or a closed page left unsaved was put back. */
  readonly restored = shallowRef(false)
  /** What the writer and somebody else changed in different ways, until it is decided. */
  readonly conflicts = shallowRef<readonly Conflict[]>([])
  /** Who wrote what was merged last; empty where nothing was. */
  readonly mergedWith = shallowRef('')
  /** The text that the server has of `revision`. */
  private base: BriefingDocument | null = null
  /** The writer's text that the server refused because the draft is no longer open. */
  readonly refused = shallowRef<BriefingDocument | null>(null)
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly at: Readonly<DraftAt>
  private readonly onSaved: (saved: SavedParts) => void

  constructor(at: DraftAt, onSaved: (saved: SavedParts) => void) {
    this.at = at
    this.onSaved = onSaved
  }

  /**
   * Takes the server's revision where it is newer, and puts unsaved text of this tab back on top of it.
   * Never replaces text that is being written.
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

  /** Puts a merged text on the page; what both changed joins the open choices. */
  private merge(three: Parameters<typeof mergeDrafts>[0]): void {
    const { document, conflicts } = mergeDrafts(three)
    const isNew = (one: Conflict): boolean => !this.conflicts.value.some(other => isSame(one, other))
    this.document.value = document
    this.conflicts.value = [...this.conflicts.value, ...conflicts.filter(isNew)]
    this.round.value++
  }

  /** Carries out what the writer decided about a conflict. */
  settle(conflict: Conflict, choice: Choice): void {
    const document = this.document.value
    if (!document) return
    this.conflicts.value = this.conflicts.value.filter(one => one !== conflict)
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

  /** Loads the newer revision: the writer's own text moves to `refused`. */
  giveWay(): void {
    clearTimeout(this.timer)
    if (this.state.value !== 'saved') this.keep()
    this.problem.value = null
    this.state.value = 'loading'
    this.revision.value = 0
  }

  /** Throws the refused text away. */
  dismiss(): void {
    this.refused.value = null
    unsavedDrafts.remove(this.at)
  }

  /** Keeps unsaved text in the tab, for a page that is closed or a session that ended. */
  keep(): void {
    const document = this.document.value
    if (document && (this.state.value === 'unsaved' || this.state.value === 'saving'))
      unsavedDrafts.set(this.at, { document, base: this.base, conflicts: this.conflicts.value })
  }

  /** Keeps what is not decided or not placed, and nothing else. */
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

  /** Merges what somebody else saved into the text, to be saved again. */
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
