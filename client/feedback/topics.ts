/** A wording that several texts share. */
interface Topic {
  words: string
  /** How many texts it occurs in. */
  count: number
  /** One of them. */
  example: string
}

const shortest = 2
const longest = 12
const fewest = 2
/** A piece that begins or ends with one of these within a clause is no wording of its own. */
const loose = new Set('的了是在我你他她们和与及或也都不有这那就要被把很个一到为对上下来去请')
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where words begin and end in a clause: a piece that cuts through one says nothing. */
function bordersOf(clause: string): number[] {
  return [...Array.from(words.segment(clause), ({ index }) => index), clause.length]
}

function isLoose(clause: string, from: number, to: number): boolean {
  const begins = from > 0 && loose.has(clause[from] ?? '')
  const ends = to < clause.length && loose.has(clause[to - 1] ?? '')
  return begins || ends
}

function piecesOf(text: string): Set<string> {
  const found = new Set<string>()
  for (const [clause] of text.matchAll(/\p{Script=Han}+/gu)) {
    const borders = bordersOf(clause)
    for (const from of borders)
      for (const to of borders)
        if (to - from >= shortest && to - from <= longest && !isLoose(clause, from, to))
          found.add(clause.slice(from, to))
  }
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{4,}/g)) found.add(word)
  return found
}

/**
 * The wordings that most texts share: whole words of two to twelve characters, counted once a text. A piece
 * that hardly occurs outside a longer one is left out for it, and one that says the same as a listed one too.
 */
export function topicsOf(texts: readonly string[], most: number): Topic[] {
  const counts = new Map<string, { count: number; example: string }>()
  for (const text of texts)
    for (const piece of piecesOf(text)) {
      const known = counts.get(piece)
      counts.set(piece, { count: (known?.count ?? 0) + 1, example: known?.example ?? text })
    }
  const common = Array.from(counts, ([words, found]) => ({ words, ...found }))
    .filter(({ count }) => count >= fewest)
    .sort((a, b) => b.words.length - a.words.length || b.count - a.count || (a.words < b.words ? -1 : 1))
  const kept: Topic[] = []
  for (const one of common) {
    const within = kept.filter(({ words }) => words.includes(one.words))
    const inside = within.reduce((total, { count }) => total + count, 0)
    if (inside < one.count * 0.8) kept.push(one)
  }
  return kept.sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1)).slice(0, most)
}
