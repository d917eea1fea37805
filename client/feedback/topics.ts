/** A phrase that several texts contain. */
interface Topic {
  words: string
  /** The number of texts that contain it. */
  count: number
  /** One of these texts. */
  example: string
}

const shortest = 2
const longest = 12
const fewest = 2
/** Function words: a phrase that begins or ends with one of them within a clause is ignored. */
const loose = new Set('的了是在我你他她们和与及或也都不有这那就要被把很个一到为对上下来去请')
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** The word boundaries in a clause; a phrase that does not begin and end at one is ignored. */
function bordersOf(clause: string): number[] {
  return [...Array.from(words.segment(clause), ({ index }) => index), clause.length]
}

function isLoose(clause: string, from: number, to: number): boolean {
  const begins = from > 0 && loose.has(clause[from] ?? '')
  const ends = to < clause.length && loose.has(clause[to - 1] ?? '')
  return begins || ends
}

function piecesOf(text: string): Set<string> {
  const topics = new Set<string>()
  for (const [clause] of text.matchAll(/\p{Script=Han}+/gu)) {
    const borders = bordersOf(clause)
    for (const from of borders)
      for (const to of borders)
        if (to - from >= shortest && to - from <= longest && !isLoose(clause, from, to))
          topics.add(clause.slice(from, to))
  }
  for (const [word] of text.toLowerCase().matchAll(/[a-z]{4,}/g)) topics.add(word)
  return topics
}

/**
 * The phrases that most texts contain: whole words of 2 to 12 characters, counted once per text. A phrase
 * that hardly occurs outside a longer one is dropped in favour of that, and so is one that covers the same
 * texts as a phrase already listed.
 */
export function topicsOf(texts: readonly string[], most: number): Topic[] {
  const counts = new Map<string, { count: number; example: string }>()
  for (const text of texts)
    for (const piece of piecesOf(text)) {
      const entry = counts.get(piece)
      counts.set(piece, { count: (entry?.count ?? 0) + 1, example: entry?.example ?? text })
    }
  const common = Array.from(counts, ([words, counted]) => ({ words, ...counted }))
    .filter(({ count }) => count >= fewest)
    .sort((a, b) => b.words.length - a.words.length || b.count - a.count || (a.words < b.words ? -1 : 1))
  const kept: Topic[] = []
  for (const topic of common) {
    const within = kept.filter(({ words }) => words.includes(topic.words))
    const inside = within.reduce((total, { count }) => total + count, 0)
    if (inside < topic.count * 0.8) kept.push(topic)
  }
  return kept.sort((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1)).slice(0, most)
}
