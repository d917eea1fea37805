import type { FigureRef, Language, Reading, Readings } from '#measures'
import { causeWords, showsOfKey } from '#measures'

/** Texts for numbers that are omitted although no data are missing. */
interface SilentWords {
  /** For numbers that name members without records, where there are none. */
  nobody: string
  other: string
}

/** Which data a number lacks; empty where none are missing. */
function whyNotOf({ whyNot, to }: Reading, language: Language): string {
  return whyNot ? causeWords(whyNot, language, to.slice(0, 4)) : ''
}

/** Which data a number lacks, or why it is omitted; empty where it is complete. */
export function lackOf(
  reading: Reading,
  { ref, language, words }: { ref: Pick<FigureRef, 'shows'>; language: Language; words: SilentWords },
): string {
  const why = whyNotOf(reading, language)
  if (why !== '' || reading.text !== '') return why
  return ref.shows === 'without' ? words.nobody : words.other
}

/**
 * The count of omitted numbers in a text, the count of empty ones among them, as in the check before signing,
 * and the reasons with counts, most frequent first.
 */
export function omittedIn(
  { figures }: Readings,
  { language, words }: { language: Language; words: SilentWords },
): { count: number; empty: number; why: { reason: string; count: number }[] } {
  const silent = Object.entries(figures).filter(([, reading]) => reading.text === '')
  const counts = new Map<string, number>()
  for (const [key, reading] of silent) {
    const shows = showsOfKey(key) === 'without' ? 'without' : 'value'
    const reason = lackOf(reading, { ref: { shows }, language, words })
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const why = Array.from(counts, ([reason, count]) => ({ reason, count }))
  const empty = silent.filter(
    ([key, reading]) => showsOfKey(key) === 'value' && reading.value === null,
  ).length
  return { count: silent.length, empty, why: why.toSorted((a, b) => b.count - a.count) }
}
