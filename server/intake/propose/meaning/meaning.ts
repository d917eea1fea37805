import type { Kind } from './concepts.ts'
import type { Rule, Rules } from './rule.ts'
import type { Token } from './segment.ts'
import { kinds } from './concepts.ts'
import { tokensOf } from './segment.ts'

const isKind = (meaning: string): meaning is Kind => Object.hasOwn(kinds, meaning)

/** Kinds that are unspecific after another kind: the name of a supplier, the code of a type. */
const tails: Partial<Record<Kind, number>> = { name: 1, title: 1, text: 2, code: 3, type: 4 }

/** One interpretation of what a heading holds. */
export interface Head {
  kinds: readonly (Kind | 'none')[]
  /** The words other than the kind. */
  rest: readonly Token[]
  cost: number
}

const kindsOf = ({ means }: Token): Kind[] => [...means].filter(isKind)

/**
 * The interpretations of a heading: by its last kind, and by the kind before it where the last one is
 * unspecific.
 */
export function headsOf(heading: string): Head[] {
  const tokens = tokensOf(heading)
  const last = tokens.findLastIndex(token => kindsOf(token).length > 0)
  const token = tokens[last]
  if (token === undefined) return [{ kinds: ['none'], rest: tokens, cost: 0 }]
  const rest = tokens.filter((_, place) => place !== last)
  const own: Head = { kinds: kindsOf(token), rest, cost: 0 }
  const cost = kindsOf(token)
    .map(kind => tails[kind])
    .find(value => value !== undefined)
  const before = cost === undefined ? -1 : rest.findLastIndex(earlier => kindsOf(earlier).length > 0)
  const holder = rest[before]
  if (cost === undefined || holder === undefined) return [own]
  return [own, { kinds: kindsOf(holder), rest: rest.filter((_, place) => place !== before), cost }]
}

/** Words that change the meaning of a heading: remaining days, a status of payment. */
const turning: readonly string[] = [
  'other',
  'remain',
  'update',
  'expire',
  'inspect',
  'spent',
  'fund',
  'extra',
]
// README.md gives the reason for each of these, and how little depends on them.
const [turningCost, strayCost, repeatedCost, spareCost] = [40, 32, 3, 1]
/**
 * The cost of an unknown word: high where the rule requires no word for what the column is of, full where it
 * requires no kind.
 */
const unknownCost = ({ any, heads }: Rule): number =>
  heads.includes('none') ? 100 : any === undefined ? 18 : 4

const has = ({ means }: Token, meanings: readonly string[]): boolean =>
  meanings.some(meaning => (means as ReadonlySet<string>).has(meaning))

function tokenCost(token: Token, rule: Rule): number {
  const { any = [], also = [], heads } = rule
  if (token.means.size === 0) return unknownCost(rule)
  if (has(token, any)) return 0
  if (has(token, [...also, 'plain'])) return spareCost
  if (has(token, heads)) return repeatedCost
  return has(token, turning) ? turningCost : strayCost
}

/**
 * The cost of the other words of a heading under a rule; null where required words are missing or excluded
 * ones occur.
 */
function costOf({ rest, cost }: Head, rule: Rule): number | null {
  const { any, never = [] } = rule
  if (any !== undefined && !rest.some(token => has(token, any))) return null
  if (rest.some(token => has(token, never))) return null
  return rest.reduce((sum, token) => sum + tokenCost(token, rule), cost)
}

function ruleScore(heads: readonly Head[], rule: Rule): number {
  const scores = heads
    .filter(head => head.kinds.some(kind => rule.heads.includes(kind)))
    .flatMap(head => {
      const cost = costOf(head, rule)
      return cost === null ? [] : [rule.score - cost]
    })
  return Math.max(0, ...scores)
}

/** The score of a heading for a field by the meaning of its words, 0 to 100. */
export function meaningFit(heads: readonly Head[], rules: Rules[string] = []): number {
  return Math.max(0, ...rules.map(rule => ruleScore(heads, rule)))
}

/** Whether a heading holds another kind than any that names the field. */
export function isOtherKind(heads: readonly Head[], rules: Rules[string] = []): boolean {
  if (rules.length === 0) return false
  const held = heads.flatMap(head => head.kinds)
  return !held.includes('none') && !rules.some(rule => rule.heads.some(kind => held.includes(kind)))
}

/** Kinds that are specific by themselves. */
const telling: readonly string[] = [
  'org',
  'supplier',
  'buyer',
  'agent',
  'applicant',
  'bidder',
  'item',
  'window',
  'currency',
  'status',
  'source',
]

/** Whether a heading is a single unspecific kind: type, id, date. */
export function isBareKind(heading: string): boolean {
  const [token, ...more] = tokensOf(heading)
  return more.length === 0 && token !== undefined && kindsOf(token).some(kind => !telling.includes(kind))
}
