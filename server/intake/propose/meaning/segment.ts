import type { Kind, Root, Words } from './concepts.ts'
import { kinds, roots } from './concepts.ts'

type Meaning = Kind | Root

/** One word of a heading and its possible meanings; none for an unknown word. */
export interface Token {
  text: string
  means: ReadonlySet<Meaning>
  /** Its share of the heading: the number of characters for Chinese, one for a Latin word. */
  size: number
}

function lexiconOf(): Map<string, Set<Meaning>> {
  const meanings = new Map<string, Set<Meaning>>()
  for (const [meaning, { zh, en }] of Object.entries({ ...kinds, ...roots }) as [Meaning, Words][])
    for (const word of [...zh, ...en]) meanings.set(word, (meanings.get(word) ?? new Set()).add(meaning))
  return meanings
}

const lexicon = lexiconOf()
const longestHan = Math.max(
  ...[...lexicon.keys()].filter(word => /\p{Script=Han}/u.test(word)).map(word => word.length),
)

const stems = (word: string): string[] => [
  word,
  word.replace(/s$/, ''),
  word.replace(/es$/, ''),
  word.replace(/d$/, ''),
  word.replace(/ed$/, ''),
  word.replace(/ing$/, ''),
  word.replace(/ing$/, 'e'),
]

function latinMeaning(word: string): ReadonlySet<Meaning> | undefined {
  for (const stem of stems(word)) {
    const meanings = lexicon.get(stem)
    if (meanings) return meanings
  }
  return undefined
}

interface Segmentation {
  cost: number
  words: string[]
}

/** The cheapest segmentation of a text into words. Unknown characters cost most, then the number of words. */
function segmented(
  text: string,
  { longest, isWord }: { longest: number; isWord: (word: string) => boolean },
): Segmentation {
  const best: Segmentation[] = [{ cost: 0, words: [] }]
  for (let end = 1; end <= text.length; end++) {
    let cheapest: Segmentation = { cost: Infinity, words: [] }
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const word = text.slice(start, end)
      const before = best[start]
      const price = isWord(word) ? 1 : end - start === 1 ? 10 : Infinity
      if (before && before.cost + price < cheapest.cost)
        cheapest = { cost: before.cost + price, words: [...before.words, word] }
    }
    best.push(cheapest)
  }
  return best.at(-1) ?? { cost: 0, words: [] }
}

const longestLatin = 16
/** The only words below three letters that are recognised in a text without gaps. */
const shortWords = new Set(['id', 'no', 'dt', 'sr', 'cd', 'nm', 'po'])

/** Splits a Latin text without gaps, such as servicerequestnum; returns it whole where it cannot be split. */
function latinWords(text: string): string[] {
  if (text.length < 5 || latinMeaning(text)) return [text]
  const isWord = (word: string): boolean =>
    (word.length >= 3 || shortWords.has(word)) && latinMeaning(word) !== undefined
  const { cost, words } = segmented(text, { longest: longestLatin, isWord })
  return cost < 10 ? words : [text]
}

const nothing: ReadonlySet<Meaning> = new Set<Meaning>()

function hanTokens(text: string): Token[] {
  const { words } = segmented(text, { longest: longestHan, isWord: word => lexicon.has(word) })
  return words.map(word => ({ text: word, means: lexicon.get(word) ?? nothing, size: word.length }))
}

const latinToken = (word: string): Token => ({ text: word, means: latinMeaning(word) ?? nothing, size: 1 })

const idle = new Set(['the', 'a', 'an', 'in', 'for', 'is', 'by', 'and', 'or', 'to', 'at', 'on', 'this', 's'])
const counted = /\b(?:number|no|num|nr|nbr) of (?=[a-z])|^(?:n|number|num|no|nr|nbr) (?=[a-z]+s\b)/

/** Headings such as created_at and submittedOn hold a time. */
const endsInTime = (word: string, place: number, { length }: readonly string[]): boolean =>
  (word === 'at' || word === 'on') && place > 0 && place === length - 1

/** A remark in a heading, such as "with amendments". */
const remark = / (?:w|with|including|incl)\b.*$/

function latinTokens(text: string): Token[] {
  const plain = text
    .replaceAll('#', ' number ')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean)
    .flatMap(latinWords)
    .map((word, place, all) => (endsInTime(word, place, all) ? 'date' : word))
    .filter(word => !idle.has(word))
    .join(' ')
    .replace(counted, 'count of ')
    .replace(remark, '')
  // The words before "of" say what the column holds.
  const [head = '', ...rest] = plain.split(/ ?\bof\b ?/)
  return [...rest, head].join(' ').split(' ').filter(Boolean).map(latinToken)
}

const han = /\p{Script=Han}+/gu

/** The words of a heading in order, with the word for what it holds last. */
export function tokensOf(heading: string): Token[] {
  const plain = heading.normalize('NFKC').replaceAll(/[([【［][^)\]】］]*[)\]】］]/g, ' ')
  const bare = /\p{L}/u.test(plain) ? plain : heading.normalize('NFKC')
  const chinese = (bare.replaceAll(/\s/g, '').match(han) ?? []).flatMap(hanTokens)
  return [...latinTokens(bare.replaceAll(han, ' ')), ...chinese]
}
