import type { FigureRef, Language, Reading, Readings } from '#measures'
import { causeWords, showsOfKey } from '#measures'

/** Words for a number that is left out although nothing is missing. */
interface SilentWords {
  /** No unit or window is without a record: there is nobody to name. */
  nobody: string
  other: string
}

/** Why a number says nothing, or what it lacks; empty where nothing is missing. */
function whyNotOf({ whyNot, to }: Reading, language: Language): string {
  return whyNot ? causeWords(whyNot, language, to.slice(0, 4)) : ''
}

/** What a number lacks, or why it is left out; empty where it is printed whole. */
export function lackOf(
  reading: Reading,
  { ref, language, words }: { ref: Pick<FigureRef, 'shows'>; language: Language; words: SilentWords },
): string {
  const why = whyNotOf(reading, language)
  if (why !== '' || reading.text !== '') return why
  return ref.shows === 'without' ? words.nobody : words.other
}

/** How many numbers of a text are not printed, and why: each reason with its count, most frequent first. */
export function omittedIn(
  { figures }: Readings,
  { language, words }: { language: Language; words: SilentWords },
): { count: number; why: { reason: string; count: number }[] } {
  const silent = Object.entries(figures).filter(([, one]) => one.text === '')
  const counts = new Map<string, number>()
  for (const [key, one] of silent) {
    const shows = showsOfKey(key) === 'without' ? 'without' : 'value'
    const reason = lackOf(one, { ref: { shows }, language, words })
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const why = Array.from(counts, ([reason, count]) => ({ reason, count }))
  return { count: silent.length, why: why.toSorted((a, b) => b.count - a.count) }
}
