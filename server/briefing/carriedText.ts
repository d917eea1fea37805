import type { Language } from '#measures'
import type { Block, BriefingDocument } from './document.ts'

/** Stands before text that another briefing lent, until its writer has read it and takes the note away. */
const carriedWords = {
  zh: '以下沿用上期文字：数字已换成本期，月份、日期和手写的数字请核对，核对后删去这一提示。',
  en:
    'The text below is from the last issue. Its numbers are of this period; check months, dates and ' +
    'typed numbers, then remove this note.',
} as const
const noteWords = new Set<string>(Object.values(carriedWords))

export const isCarriedNote = (block: Block): boolean => block.kind === 'note' && noteWords.has(block.text)

/** The briefing after which a draft is written. */
interface Model {
  state: string
  language: Language
}

/** What of a block is typed, not read from the records. */
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
 * Whether what is carried over must be read again. A draft that serves as a template may lend sentences
 * without a note. A typed number or date belongs to the period that it was written for.
 */
function mustBeRead(block: Block, { state }: Model): boolean {
  const typed = typedIn(block).trim()
  if (typed === '') return false
  return state !== 'draft' || /\d|[一二三四五六七八九十]月|[上下本][月季半]/.test(typed)
}

/** Puts one note before each run of carried text that must be read again. */
export class CarriedText {
  private isNoted = false
  private readonly model: Model

  constructor(model: Model) {
    this.model = model
  }

  /** A carried block as it stands in the new draft, behind a note where one is needed. */
  carried(block: Block): Block[] {
    const needsNote = !this.isNoted && mustBeRead(block, this.model)
    this.isNoted = block.kind !== 'heading' && (this.isNoted || needsNote)
    return needsNote ? [{ kind: 'note', text: carriedWords[this.model.language] }, block] : [block]
  }

  /** A block of the new draft's own stands between. */
  interrupt(): void {
    this.isNoted = false
  }
}

const shownStart = 16

/** Text that was carried over and whose notes still stand: its first words, and where. */
export function unreadText({ blocks }: Pick<BriefingDocument, 'blocks'>) {
  return blocks.flatMap((block, place) => {
    if (!isCarriedNote(block)) return []
    const next = blocks.slice(place + 1).find(one => typedIn(one).trim() !== '')
    const start = next ? typedIn(next).trim().slice(0, shownStart) : '—'
    const at = next?.id ?? block.id
    return [{ zh: `“${start}…”`, en: `“${start}…”`, ...(at !== undefined && { block: at }) }]
  })
}
