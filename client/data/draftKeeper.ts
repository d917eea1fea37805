import type { BriefingDocument } from '../../server/briefing/document.ts'
import type { Outputs, ReadableError } from './trpc.ts'
import { shallowRef } from 'vue'
import { readableError, trpc } from './trpc.ts'

type Saved = Outputs['briefings']['save']

/** How long after the last key a draft is saved, and after a failure that passes. */
const quiet = 900
const patience = 4000
const passing = new Set(['offline', 'database-unreachable'])

/** Which briefing it is. */
export interface BriefingAt { centre: string, id: number }

/**
 * Keeps what is written into one draft, and into no other: one save at a time, a moment after the last key, never over what somebody else saved.
 * It goes on until everything is saved, also when its page has been left.
 */
export class DraftKeeper {
  /** What the writer sees; null until it was read. */
  readonly document = shallowRef<BriefingDocument | null>(null)
  readonly revision = shallowRef(0)
  /** Grows when the document came anew from the server. */
  readonly round = shallowRef(0)
  readonly state = shallowRef<'saved' | 'unsaved' | 'saving'>('saved')
  /** Why the last save failed; `briefing-changed` waits for the writer to load the newer one. */
  readonly problem = shallowRef<ReadableError | null>(null)
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly at: Readonly<BriefingAt>
  private readonly onSaved: (saved: Saved) => void

  constructor(at: BriefingAt, onSaved: (saved: Saved) => void) {
    this.at = at
    this.onSaved = onSaved
  }

  /** Takes what the server has, where it is newer. What somebody is writing is not taken from under them. */
  take({ document, revision }: { document: BriefingDocument, revision: number }): void {
    if (this.state.value !== 'saved' || revision <= this.revision.value)
      return
    this.document.value = document
    this.revision.value = revision
    this.round.value++
  }

  change(next: BriefingDocument): void {
    this.document.value = next
    if (this.state.value !== 'saving')
      this.state.value = 'unsaved'
    if (this.problem.value?.name !== 'briefing-changed')
      this.later(quiet)
  }

  /** Forgets what was not saved, so that the newer revision can be taken. */
  forget(): void {
    clearTimeout(this.timer)
    this.problem.value = null
    this.state.value = 'saved'
    this.revision.value = 0
  }

  async save(): Promise<void> {
    clearTimeout(this.timer)
    const document = this.document.value
    if (!document || this.state.value !== 'unsaved')
      return
    this.state.value = 'saving'
    try {
      const saved = await trpc.briefings.save.mutate({ ...this.at, revision: this.revision.value, document })
      this.saved(saved, document)
    }
    catch (failure) {
      this.problem.value = readableError(failure)
      this.state.value = 'unsaved'
      if (passing.has(this.problem.value.name))
        this.later(patience)
    }
  }

  private saved(saved: Saved, document: BriefingDocument): void {
    this.revision.value = saved.revision
    this.problem.value = null
    this.onSaved(saved)
    this.state.value = this.document.value === document ? 'saved' : 'unsaved'
    if (this.state.value === 'unsaved')
      this.later(quiet)
  }

  private later(wait: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), wait)
  }
}
