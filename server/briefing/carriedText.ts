import type { Language } from '#measures'
import type { Block, BriefingDocument } from './document.ts'

/** The note above text carried over from another briefing. The writer removes it after checking the text. */
const carriedWords = {
  zh: '以下沿用上期文字：数字已换成本期，月份、日期和手写的数字请核对，核对后删去这一提示。',
  en:
    'The text below is from the last issue. Its numbers are of this period; check months, dates and ' +
    'typed numbers, then remove this note.',
} as const
const noteWords = new Set<string>(Object.values(carriedWords))

export const isCarriedNote = (block: Block): boolean => block.kind === 'note' && noteWords.has(block.text)

/** The briefing from which text is carried over. */
interface Model {
  state: string
  language: Language
}

/** The typed text of a block, without its references. */
function typedIn(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return block.inlines
        .map(inline => (typeof inline === 'string' ? inline : 'text' in inline ? inline.text : ''))
        .join('')
    case 'textTable':
      return block.rows.flat().join(' ')
    case 'heading':
    case 'table':
    case 'chart':
    case 'grid':
    case 'photo':
    case 'note':
    case 'claim':
      return ''
  }
}

/**
 * Whether carried text needs checking. All text of an issue does. Text of a draft, which may serve as a
 * template, needs it only where it contains numbers or dates: they belong to its own period.
 */
function mustBeRead(block: Block, { state }: Model): boolean {
  const typed = typedIn(block).trim()
  if (typed === '') return false
  return state !== 'draft' || /\d|[一二三四五六七八九十]月|[上下本][月季半]/.test(typed)
}

/** Puts one note before each run of carried text that needs checking. */
export class CarriedText {
  private isNoted = false
  private readonly model: Model

  constructor(model: Model) {
    this.model = model
  }

  /** Returns a carried block, after a note where one is needed. */
  carried(block: Block): Block[] {
    const needsNote = !this.isNoted && mustBeRead(block, this.model)
    this.isNoted = block.kind !== 'heading' && (this.isNoted || needsNote)
    return needsNote ? [{ kind: 'note', text: carriedWords[this.model.language] }, block] : [block]
  }

  /** Ends the run of carried text, because a new block follows. */
  interrupt(): void {
    this.isNoted = false
  }
}

const shownStart = 16

/** The carried texts whose notes have not been removed: the beginning of each, and its block. */
export function unreadText({ blocks }: Pick<BriefingDocument, 'blocks'>) {
  return blocks.flatMap((block, place) => {
    if (!isCarriedNote(block)) return []
    const next = blocks.slice(place + 1).find(candidate => typedIn(candidate).trim() !== '')
    const start = next ? typedIn(next).trim().slice(0, shownStart) : '—'
    const at = next?.id ?? block.id
    return [{ zh: `“${start}…”`, en: `“${start}…”`, ...(at !== undefined && { block: at }) }]
  })
}
