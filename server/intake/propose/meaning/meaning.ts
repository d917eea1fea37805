import type { Kind } from './concepts.ts'
import type { Rule, Rules } from './rule.ts'
import type { Token } from './segment.ts'
import { kinds } from './concepts.ts'
import { tokensOf } from './segment.ts'

const isKind = (meaning: string): meaning is Kind => Object.hasOwn(kinds, meaning)

/** Kinds that say little where another stands before them: the name of a supplier, the code of a type. */
const tails: Partial<Record<Kind, number>> = { name: 1, title: 1, text: 2, code: 3, type: 4 }

/** One way to read what a heading holds. */
export interface Head {
  kinds: readonly (Kind | 'none')[]
  /** The words besides those that name the kind. */
  rest: readonly Token[]
  cost: number
}

const kindsOf = ({ means }: Token): Kind[] => [...means].filter(isKind)

/** What a heading may be read to hold: its last kind, and the kind before that where the last says little. */
export function headsOf(heading: string): Head[] {
  const tokens = tokensOf(heading)
  const last = tokens.findLastIndex(token => kindsOf(token).length > 0)
  const token = tokens[last]
  if (token === undefined) return [{ kinds: ['none'], rest: tokens, cost: 0 }]
  const rest = tokens.filter((_, place) => place !== last)
  const own: Head = { kinds: kindsOf(token), rest, cost: 0 }
  const cost = kindsOf(token)
    .map(kind => tails[kind])
    .find(one => one !== undefined)
  const before = cost === undefined ? -1 : rest.findLastIndex(one => kindsOf(one).length > 0)
  const holder = rest[before]
  if (cost === undefined || holder === undefined) return [own]
  return [own, { kinds: kindsOf(holder), rest: rest.filter((_, place) => place !== before), cost }]
}

/** Words that make a heading one of something else: the days that remain, a status of payment. */
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
// README.md says why these, and how little depends on them.
const [turningCost, strayCost, repeatedCost, spareCost] = [40, 32, 3, 1]
/**
 * What an unknown word costs: much where no known word says of what a column is, all where none says
 * what it holds.
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

/** What the other words of a heading cost under a rule; null where it lacks what the rule asks for. */
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

/** How well a heading names a field by what its words mean, 0 to 100. */
export function meaningFit(heads: readonly Head[], rules: Rules[string] = []): number {
  return Math.max(0, ...rules.map(rule => ruleScore(heads, rule)))
}

/** True where a heading holds another kind of thing than any that names the field. */
export function isOtherKind(heads: readonly Head[], rules: Rules[string] = []): boolean {
  if (rules.length === 0) return false
  const held = heads.flatMap(head => head.kinds)
  return !held.includes('none') && !rules.some(rule => rule.heads.some(kind => held.includes(kind)))
}

/** Kinds that say by themselves what a column is. */
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

/** True for a heading of one word that says what kind a column is and not of what: type, id, date. */
export function isBareKind(heading: string): boolean {
  const [token, ...more] = tokensOf(heading)
  return more.length === 0 && token !== undefined && kindsOf(token).some(kind => !telling.includes(kind))
}
