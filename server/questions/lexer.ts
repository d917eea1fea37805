import type { Match, Matcher, Meaning, Token } from './word.ts'

/** Words by their first character, longest first. */
export class Vocabulary {
  private readonly words = new Map<string, Map<string, Meaning[]>>()

  add(word: string, meaning: Meaning): void {
    const first = word.charAt(0)
    if (first === '') return
    const added = this.words.get(first) ?? new Map<string, Meaning[]>()
    const meanings = added.get(word)
    if (meanings) meanings.push(meaning)
    else added.set(word, [meaning])
    this.words.set(first, added)
  }

  /** All meanings of a word; empty for an unknown one. */
  meaningsOf(word: string): readonly Meaning[] {
    return this.words.get(word.charAt(0))?.get(word) ?? []
  }

  readonly matches: Matcher = (text, at) =>
    [...(this.words.get(text.charAt(at)) ?? [])].flatMap(([word, meanings]): Match[] =>
      text.startsWith(word, at) ? meanings.map(meaning => ({ length: word.length, meaning })) : [],
    )
}

const isLatin = (character: string): boolean => /[a-z]/.test(character)
const isDigit = (character: string): boolean => /\d/.test(character)

/** False inside an English word or a number. */
function isBoundary(text: string, at: number): boolean {
  const [before, after] = [text.charAt(at - 1), text.charAt(at)]
  return !((isLatin(before) && isLatin(after)) || (isDigit(before) && isDigit(after)))
}

interface Step {
  cost: number
  length: number
  meanings: Meaning[]
}

const unknownCost = 1000
const wordCost = 10

/** The length of an unknown word: a whole English word or number, otherwise one character. */
const unknownLength = (text: string, at: number): number =>
  /^[a-z][a-z-]*|^\d+(?:\.\d+)?/.exec(text.slice(at))?.[0].length ?? 1

/** The best step from a position, given the best steps from all later positions. */
function bestStep(
  text: string,
  at: number,
  rest: { matches: readonly Match[]; steps: readonly Step[] },
): Step {
  const costAt = (place: number): number => rest.steps[place]?.cost ?? 0
  if (/[ |]/.test(text.charAt(at))) return { cost: costAt(at + 1), length: 1, meanings: [] }
  const length = unknownLength(text, at)
  let best: Step = { cost: unknownCost + costAt(at + length), length, meanings: [{ kind: 'unknown' }] }
  for (const match of rest.matches) {
    if (!isBoundary(text, at) || !isBoundary(text, at + match.length)) continue
    const cost = wordCost + costAt(at + match.length)
    if (cost < best.cost || (cost === best.cost && match.length > best.length))
      best = { cost, length: match.length, meanings: [match.meaning] }
    else if (cost === best.cost && match.length === best.length) best.meanings.push(match.meaning)
  }
  return best
}

/** Segments a text into words: with the fewest unknown words, then with the fewest words. */
export function lex(text: string, matchers: readonly Matcher[]): Token[] {
  const steps: Step[] = []
  for (let at = text.length - 1; at >= 0; at--)
    steps[at] = bestStep(text, at, { matches: matchers.flatMap(matcher => matcher(text, at)), steps })
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const { length, meanings } = steps[at] ?? { length: 1, meanings: [] }
    if (meanings.length > 0)
      tokens.push({ from: at, to: at + length, text: text.slice(at, at + length), meanings })
    at += length
  }
  return joinUnknown(tokens, text)
}

const isUnknown = (token: Token): boolean => token.meanings[0]?.kind === 'unknown'

/** Adjacent unknown characters form one unknown word. */
function joinUnknown(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    if (last && isUnknown(last) && isUnknown(token) && last.to === token.from)
      joined[joined.length - 1] = { ...last, to: token.to, text: text.slice(last.from, token.to) }
    else joined.push(token)
  }
  return joined
}
