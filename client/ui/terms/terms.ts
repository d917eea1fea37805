import type { Language } from '#measures'
import type { Term } from './term.ts'
import { measures } from '#measures'
import { caseTerms } from './caseTerms.ts'
import { otherTerms } from './otherTerms.ts'

const table = { ...caseTerms, ...otherTerms }
/** The key of a term in the table. */
export type TermId = keyof typeof table
export const termIds = Object.keys(table) as TermId[]
export const termNamed = (id: TermId): Term => table[id]

/** A piece of a text; with `term`, it is an occurrence of that term. */
interface Piece {
  text: string
  term: TermId | null
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** Words that contain a term but mean something else. */
const otherWords: Record<Language, readonly string[]> = { zh: ['收件箱', '收件人', '收件地址'], en: [] }

/** A pattern that matches every term and every name of a measure; measures have definitions of their own. */
function patternOf(language: Language): { pattern: RegExp; ids: Map<string, TermId> } {
  const ids = new Map(termIds.flatMap(id => table[id].called[language].map(name => [name.toLowerCase(), id])))
  const others = [
    ...Object.values(measures).map(({ names }) => names[language].toLowerCase()),
    ...otherWords[language],
  ]
  const longestFirst = [...new Set([...ids.keys(), ...others])].sort((a, b) => b.length - a.length)
  const words = longestFirst.map(escaped).join('|')
  return { pattern: new RegExp(language === 'zh' ? words : String.raw`\b(?:${words})\b`, 'giu'), ids }
}
const patterns: Partial<Record<Language, ReturnType<typeof patternOf>>> = {}

/**
 * Splits a text into pieces. The first occurrence of each term outside names of measures is a piece of its
 * own.
 */
export function piecesOf(text: string, language: Language): Piece[] {
  const { pattern, ids } = (patterns[language] ??= patternOf(language))
  const told = new Set<TermId>()
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const term = ids.get(found.toLowerCase())
    if (term === undefined || told.has(term)) continue
    told.add(term)
    pieces.push({ text: text.slice(end, index), term: null }, { text: found, term })
    end = index + found.length
  }
  return [...pieces, { text: text.slice(end), term: null }].filter(piece => piece.text !== '')
}

/** The terms whose name or meaning contains the search text in either language; all for an empty text. */
export function termsWith(sought: string): TermId[] {
  const wanted = sought.trim().toLowerCase()
  return termIds.filter(id => {
    const { called, means } = table[id]
    return [...called.zh, ...called.en, means.zh, means.en].some(text => text.toLowerCase().includes(wanted))
  })
}
